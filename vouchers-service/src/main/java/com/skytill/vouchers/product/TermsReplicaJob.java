package com.skytill.vouchers.product;

import com.skytill.vouchers.replica.Pages;
import com.skytill.vouchers.replica.PullState;
import com.skytill.vouchers.replica.ReplicaStore;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Keeps the replica of the products' terms fresh; what it has is kept when products-service is away. */
@Singleton
final class TermsReplicaJob {

    private static final int PAGE = 500;

    private final ReplicaStore replicas;
    private final TermsStore store;
    private final ProductsClient products;
    private final Clock clock;
    private final PullState state = new PullState("products' terms");

    TermsReplicaJob(ReplicaStore replicas, TermsStore store, @RestClient ProductsClient products, Clock clock) {
        this.replicas = replicas;
        this.store = store;
        this.products = products;
        this.clock = clock;
    }

    /** Pulls what changed; one replica of this service at a time. */
    @Scheduled(
            every = "${skytill.products.pull-every:5s}",
            delayed = "${skytill.products.pull-delay:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> pull() {
        return state.watching(replicas.pulling(
                "products",
                clock.instant(),
                (connection, since) -> Pages.write(
                        after -> products.changes(since, PAGE, after).map(ProductChanges::page),
                        items -> store.put(connection, items))));
    }
}
