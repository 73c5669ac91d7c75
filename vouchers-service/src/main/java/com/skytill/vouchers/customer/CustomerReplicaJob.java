package com.skytill.vouchers.customer;

import com.skytill.vouchers.replica.Pages;
import com.skytill.vouchers.replica.PullState;
import com.skytill.vouchers.replica.ReplicaStore;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.ArrayList;

/** Learns whom the WISP serves: a suspended customer's devices stay out, also while customers-service is away. */
@Singleton
final class CustomerReplicaJob {

    private static final int PAGE = 500;

    private final ReplicaStore replicas;
    private final CustomerStore store;
    private final CustomersClient customers;
    private final Clock clock;
    private final PullState state = new PullState("customers");

    CustomerReplicaJob(ReplicaStore replicas, CustomerStore store, @RestClient CustomersClient customers, Clock clock) {
        this.replicas = replicas;
        this.store = store;
        this.customers = customers;
        this.clock = clock;
    }

    /** Pulls what changed, and disconnects whom it stops; one replica of this service at a time. */
    @Scheduled(
            every = "${skytill.customers.pull-every:5s}",
            delayed = "${skytill.customers.pull-delay:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> pull() {
        var now = clock.instant();
        var lost = new ArrayList<Long>();
        return state.watching(replicas.pulling(
                "customers",
                now,
                (connection, since) -> Pages.write(
                                after -> customers.changes(since, PAGE, after).map(CustomerChanges::page),
                                items -> store.put(connection, items)
                                        .invoke(lost::addAll)
                                        .replaceWithVoid())
                        // Last, so that accounts are locked for no longer than they must be.
                        .call(() -> store.disconnect(connection, lost, now))));
    }
}
