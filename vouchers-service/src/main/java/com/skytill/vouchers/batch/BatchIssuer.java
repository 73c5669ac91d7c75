package com.skytill.vouchers.batch;

import com.skytill.vouchers.voucher.CodeGenerator;
import com.skytill.vouchers.voucher.VoucherCode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.jboss.logging.Logger;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Issues the vouchers of a batch, all in one transaction; what comes in its way is tried again, and then told. */
@Singleton
final class BatchIssuer {

    private static final Logger LOG = Logger.getLogger(BatchIssuer.class);
    private static final int AT_ONCE = 5000;

    private final IssueStore store;
    private final CodeGenerator codes;
    private final BatchConfig config;
    private final Clock clock;

    BatchIssuer(IssueStore store, CodeGenerator codes, BatchConfig config, Clock clock) {
        this.store = store;
        this.codes = codes;
        this.config = config;
        this.clock = clock;
    }

    /** Takes a batch that is due and issues it; answers whether there was one. */
    Uni<Boolean> issueNext() {
        var begun = new AtomicReference<Attempt>();
        return store.inTransaction(transaction -> takeAndIssue(transaction, begun))
                .onFailure(BatchStopped.class)
                .recoverWithItem(true)
                .onFailure(ignored -> begun.get() != null)
                .recoverWithUni(failure -> settle(begun.get(), failure).replaceWith(true));
    }

    private Uni<Boolean> takeAndIssue(IssueStore.Transaction transaction, AtomicReference<Attempt> begun) {
        return transaction
                .take(clock.instant())
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : store.begin(found.get(), clock.instant())
                                .map(attempt -> attempt.orElseThrow(BatchStopped::new))
                                .invoke(begun::set)
                                .flatMap(attempt -> issue(transaction, attempt))
                                .replaceWith(true));
    }

    private Uni<Void> issue(IssueStore.Transaction transaction, Attempt attempt) {
        var hopeless = attempt.hopeless(config.attempts());
        if (hopeless.isPresent()) {
            return store.fail(attempt, hopeless.get(), clock.instant());
        }
        return issueFrom(transaction, attempt, 0)
                .flatMap(ignored -> transaction.complete(attempt, clock.instant()))
                .invoke(BatchIssuer::requireGoingOn)
                .replaceWithVoid();
    }

    /** Goes on until all are issued, however many codes turn out to be taken. */
    private Uni<Void> issueFrom(IssueStore.Transaction transaction, Attempt attempt, int issued) {
        int left = attempt.batch().quantity() - issued;
        if (left == 0) {
            return Uni.createFrom().voidItem();
        }
        return codes(Math.min(left, AT_ONCE), attempt.batch().prefix())
                .flatMap(next -> transaction.issue(attempt, next))
                .map(added -> issued + added)
                .flatMap(now -> store.progress(attempt, now)
                        .invoke(BatchIssuer::requireGoingOn)
                        .flatMap(ignored -> issueFrom(transaction, attempt, now)));
    }

    private Uni<List<VoucherCode>> codes(int count, String prefix) {
        return Uni.createFrom()
                .item(() -> codes.next(count, prefix))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Nothing of the attempt remains; when it was the commit that failed and had worked after all, this changes nothing. */
    private Uni<Void> settle(Attempt attempt, Throwable failure) {
        LOG.warnf("Batch %d, attempt %d: %s", attempt.batch().batchId(), attempt.number(), failure);
        String words = attempt.failure(config.attempts());
        var told = attempt.isLast(config.attempts())
                ? store.fail(attempt, words, clock.instant())
                : store.retry(attempt, words, clock.instant().plus(config.backoff(attempt.number())));
        // The pool may still give a connection that ended with the attempt's.
        return told.onFailure().retry().withBackOff(Duration.ofMillis(100)).atMost(3);
    }

    private static void requireGoingOn(boolean goesOn) {
        if (!goesOn) {
            throw new BatchStopped();
        }
    }
}
