package com.skytill.vouchers.partition;

import com.skytill.vouchers.session.SessionConfig;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import java.util.function.Supplier;

/** Sees to it that there is a partition for each month to come, and that months beyond the retention leave the tables. */
@Singleton
final class PartitionJob {

    private static final Logger LOG = Logger.getLogger(PartitionJob.class);

    /** Enough to notice in time that this fails, and nothing is lost even then: there is a default partition. */
    private static final int MONTHS_AHEAD = 3;

    /** Rolling windows look back a month at the most, and a packet may be a week late. */
    private static final int LEAST_MONTHS = 2;

    private static final int MOST_MONTHS = 1200;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int RETRIES = 6;

    private final PartitionStore store;
    private final Clock clock;
    private final int monthsKept;

    PartitionJob(PartitionStore store, SessionConfig config, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.monthsKept = months(config.retention());
    }

    /** The retention in months; fails when it is not whole months, or too few. */
    static int months(Period retention) {
        long months = retention.toTotalMonths();
        if (months < LEAST_MONTHS
                || months > MOST_MONTHS
                || !retention.minusMonths(months).normalized().isZero()) {
            throw new IllegalArgumentException("skytill.session.retention must be whole months, from P2M to P100Y");
        }
        return (int) months;
    }

    /** Looks at the start and then every hour; one replica at a time does what there is to do. */
    @Scheduled(
            identity = "partitions",
            every = "${skytill.partitions.every:1h}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        // A step that would have held up logins for long has failed: it is tried again soon.
        return Uni.createFrom()
                .deferred(this::steps)
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .atMost(RETRIES)
                .onFailure()
                .invoke(failure -> LOG.warnf("Partitions wait for the next look: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** All that is to be done now; fails with the first step that can't be made. */
    Uni<Void> steps() {
        var now = clock.instant();
        return repeat("Made the partition", () -> store.makeNext(now, MONTHS_AHEAD))
                .chain(() -> repeat("Detached the partition", () -> store.detachNext(now, monthsKept)));
    }

    private static Uni<Void> repeat(String what, Supplier<Uni<? extends Optional<String>>> step) {
        return Uni.createFrom()
                .deferred(step)
                .invoke(name -> name.ifPresent(made -> LOG.infof("%s %s", what, made)))
                .repeat()
                .until(Optional::isEmpty)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
