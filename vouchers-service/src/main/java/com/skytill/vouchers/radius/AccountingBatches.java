package com.skytill.vouchers.radius;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import org.jboss.logging.Logger;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Stores accounting packets. Those that come while others are being stored wait and go together: one round trip, one transaction,
 * one flush of its log. A packet is answered when its transaction is committed, never before.
 */
@Singleton
final class AccountingBatches {

    private static final Logger LOG = Logger.getLogger(AccountingBatches.class);
    /** Far more than FreeRADIUS has threads for: who waits behind so many has given up when its turn comes. */
    private static final int MOST_WAITING = 10_000;

    /** Fewer than the pool has connections. */
    private static final int SINGLES_AT_ONCE = 8;

    private final RadiusStore store;
    private final int largest;
    private final int most;
    private final DistributionSummary sizes;
    private final Counter takenApart;
    private final Queue<WaitingPacket> waiting = new ArrayDeque<>();
    private int running;

    AccountingBatches(RadiusStore store, RadiusConfig config, MeterRegistry meters) {
        this.store = store;
        this.largest = config.accountingBatch();
        this.most = config.accountingBatchesAtOnce();
        if (largest < 1 || most < 1) {
            throw new IllegalArgumentException(
                    "skytill.radius.accounting-batch and accounting-batches-at-once must be at least 1");
        }
        this.sizes = meters.summary("skytill.radius.accounting.batch");
        this.takenApart = meters.counter("skytill.radius.accounting.taken.apart");
        meters.gauge("skytill.radius.accounting.waiting", this, AccountingBatches::waiting);
    }

    /** Answers what became of the packet, on any thread. */
    Uni<Accounted> account(AccountingPacket packet, Instant now) {
        return Uni.createFrom().emitter(caller -> {
            var one = new WaitingPacket(new Arrival(packet, now), caller);
            if (join(one)) {
                startNext();
            } else {
                one.fail(new IllegalStateException("Too many accounting packets wait"));
            }
        });
    }

    private synchronized boolean join(WaitingPacket one) {
        return waiting.size() < MOST_WAITING && waiting.add(one);
    }

    private synchronized int waiting() {
        return waiting.size();
    }

    private void startNext() {
        var batch = next();
        if (!batch.isEmpty()) {
            run(batch).onTermination().invoke(this::release).subscribe().with(ignored -> {}, failure -> {
                LOG.errorf(
                        "A batch of accounting packets failed: %s",
                        failure.getClass().getName());
                batch.forEach(one -> one.fail(failure));
            });
        }
    }

    /** Empty when nobody waits, or as many batches run as may. */
    private synchronized List<WaitingPacket> next() {
        var batch = new ArrayList<WaitingPacket>();
        if (running < most) {
            while (batch.size() < largest && !waiting.isEmpty()) {
                var one = waiting.remove();
                if (!one.left()) {
                    batch.add(one);
                }
            }
            if (!batch.isEmpty()) {
                running++;
            }
        }
        return batch;
    }

    private void release() {
        synchronized (this) {
            running--;
        }
        startNext();
    }

    private Uni<Void> run(List<WaitingPacket> batch) {
        return ordered(batch).flatMap(this::store).onFailure().recoverWithUni(failure -> {
            if (batch.size() > 1 && mayBeOnePacketsFault(failure)) {
                return oneByOne(batch);
            }
            batch.forEach(one -> one.fail(failure));
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> store(List<WaitingPacket> batch) {
        sizes.record(batch.size());
        var arrivals = batch.stream().map(WaitingPacket::arrival).toList();
        return store.account(arrivals)
                .invoke(outcomes -> {
                    for (int i = 0; i < batch.size(); i++) {
                        batch.get(i).answer(outcomes.get(i));
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Each packet locks its identity until the transaction ends, so all transactions lock them in the same order. Packets of one
     * identity stay in the order in which they came.
     */
    private Uni<List<WaitingPacket>> ordered(List<WaitingPacket> batch) {
        if (batch.size() == 1) {
            return Uni.createFrom().item(batch);
        }
        var keys = batch.stream()
                .filter(one -> !one.referenced())
                .flatMap(one -> one.arrival().packet().loginKeys().stream())
                .distinct()
                .toList();
        Uni<Map<String, Long>> found = keys.isEmpty() ? Uni.createFrom().item(Map.of()) : store.identities(keys);
        return found.map(identities -> batch.stream()
                .sorted(Comparator.comparingLong(one -> one.identity(identities)))
                .toList());
    }

    /**
     * After a batch that was stored as a whole or not at all, and was not: so that nobody's packet hurts another's. Some at the same
     * time, as one may wait for its identity.
     */
    private Uni<Void> oneByOne(List<WaitingPacket> batch) {
        takenApart.increment();
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUni(one -> store(List.of(one))
                        .onFailure()
                        .invoke(one::fail)
                        .onFailure()
                        .recoverWithNull())
                .merge(SINGLES_AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Whether each packet by itself may fare better: not when the server could not be reached, is going down, or has no resources
     * (SQLSTATE classes 08, 53, 57, 58).
     */
    private static boolean mayBeOnePacketsFault(Throwable failure) {
        return failure instanceof PgException postgres
                && postgres.getSqlState() != null
                && !postgres.getSqlState().matches("(08|53|57|58).*");
    }
}
