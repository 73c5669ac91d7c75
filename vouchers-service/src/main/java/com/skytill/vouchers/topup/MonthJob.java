package com.skytill.vouchers.topup;

import com.skytill.vouchers.calendar.WispCalendar;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import jakarta.inject.Singleton;

import java.time.Clock;

/**
 * Closes the months of accounts that nothing comes from; a login or an accounting packet closes its own account's. Every replica
 * does it, and one that is stopped leaves only whole batches behind.
 */
@Singleton
final class MonthJob {

    private static final Logger LOG = Logger.getLogger(MonthJob.class);
    /** Few: their logins wait until the batch is done. */
    private static final int AT_ONCE = 50;

    private final MonthStore store;
    private final MonthConfig config;
    private final WispCalendar calendar;
    private final Clock clock;

    MonthJob(MonthStore store, MonthConfig config, WispCalendar calendar, Clock clock) {
        this.store = store;
        this.config = config;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Looks whether months are to be closed. */
    @Scheduled(every = "${skytill.month.look-every:PT1M}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return turn().onFailure()
                .invoke(failure -> LOG.warnf("Months can't be closed now: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Closes all that are due. */
    Uni<Void> turn() {
        var now = clock.instant();
        var month = calendar.month(now.minus(config.closeAfter()));
        return Uni.createFrom()
                .deferred(() -> store.turn(month, now, calendar.zone().getId(), AT_ONCE))
                .repeat()
                .until(turned -> turned == 0)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
