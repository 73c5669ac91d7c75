package com.skytill.vouchers.batch;

import com.skytill.vouchers.signal.DatabaseSignals;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.util.concurrent.atomic.AtomicBoolean;

/** Looks for batches to issue: every second, and at once when one was queued. This process issues one at a time. */
@Singleton
final class IssueJob {

    private static final Logger LOG = Logger.getLogger(IssueJob.class);

    private final BatchIssuer issuer;
    private final AtomicBoolean busy = new AtomicBoolean();

    IssueJob(BatchIssuer issuer) {
        this.issuer = issuer;
    }

    void listen(@Observes StartupEvent event, DatabaseSignals signals) {
        signals.on("voucher_batches", this::run);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        if (!busy.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        return issueAll()
                .onFailure()
                .invoke(failure -> LOG.warnf("Batches can't be issued now: %s", failure))
                .onFailure()
                .recoverWithNull()
                .eventually(() -> busy.set(false));
    }

    private Uni<Void> issueAll() {
        return issuer.issueNext()
                .flatMap(more -> more ? issueAll() : Uni.createFrom().voidItem());
    }
}
