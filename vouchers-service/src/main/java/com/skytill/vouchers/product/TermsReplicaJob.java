package com.skytill.vouchers.product;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps the replica of the products' terms fresh; what it has is kept when products-service is away. */
@Singleton
final class TermsReplicaJob {

    private static final Logger LOG = Logger.getLogger(TermsReplicaJob.class);
    private static final int PAGE = 500;

    private final TermsStore store;
    private final ProductsClient products;
    private final Clock clock;
    private final AtomicBoolean away = new AtomicBoolean();

    TermsReplicaJob(TermsStore store, @RestClient ProductsClient products, Clock clock) {
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
        return store.pulling(clock.instant(), (replica, since) -> page(replica, since, null))
                .invoke(ignored -> noteState(false, null))
                .onFailure()
                .recoverWithUni(failure -> {
                    noteState(true, failure);
                    return Uni.createFrom().voidItem();
                });
    }

    /** Writes one page and those after it; answers the first page's bound, the one that all pages cover. */
    private Uni<Long> page(TermsStore.Replica replica, long since, String after) {
        return products.changes(since, PAGE, after)
                .flatMap(changes -> replica.put(changes.items())
                        .flatMap(ignored -> changes.next() == null
                                ? Uni.createFrom().item(changes.changedThrough())
                                : page(replica, since, changes.next()).replaceWith(changes.changedThrough())));
    }

    /** One line when it goes away and one when it is back, not one every few seconds. */
    private void noteState(boolean isAway, Throwable failure) {
        if (away.getAndSet(isAway) != isAway) {
            if (isAway) {
                LOG.warnf("The products' terms can't be pulled; going on with those known: %s", failure);
            } else {
                LOG.info("The products' terms are pulled again");
            }
        }
    }
}
