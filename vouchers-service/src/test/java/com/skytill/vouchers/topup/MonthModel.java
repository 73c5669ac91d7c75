package com.skytill.vouchers.topup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** A data account's months and top-ups in plain Java, as docs/topups.md says it: what the database is held against. */
final class MonthModel {

    /** A top-up; months are counted from 0. */
    static final class Topup {
        final int number;
        final int first;
        final int last;
        final boolean rollover;
        long size;
        long used;

        Topup(int number, int first, int last, boolean rollover, long size) {
            this.number = number;
            this.first = first;
            this.last = last;
            this.rollover = rollover;
            this.size = size;
        }

        long left() {
            return size - used;
        }

        /** Comparable with what the database says of it. */
        @Override
        public String toString() {
            return (rollover ? "rollover of " + (first - 1) : "top-up") + " until " + last + ": " + used + "/" + size;
        }
    }

    /** A month that is closed. */
    static final class Closed {
        final Long cap;
        final long forgiven;
        long used;
        Long unused;

        Closed(Long cap, long forgiven, long used) {
            this.cap = cap;
            this.forgiven = forgiven;
            this.used = used;
            this.unused = cap == null ? null : Math.max(0, cap - used);
        }

        long excess() {
            return cap == null ? 0 : Math.max(0, used - cap - forgiven);
        }

        @Override
        public String toString() {
            return used + " of " + cap + ", unused " + unused + ", forgiven " + forgiven;
        }
    }

    Long cap;
    boolean forgives;
    int rolloverMonths;
    boolean cancelled;

    int month;
    long used;
    long forgiven;
    final List<Topup> topups = new ArrayList<>();
    final TreeMap<Integer, Closed> closed = new TreeMap<>();
    private int numbers;

    void use(long bytes) {
        used += bytes;
    }

    void complete(long size, int carryMonths) {
        if (forgives && cap != null) {
            forgiven += Math.max(0, used - cap - extra());
        }
        topups.add(new Topup(numbers++, month, month + carryMonths, false, size));
    }

    long extra() {
        return forgiven + good(month).stream().mapToLong(Topup::left).sum();
    }

    void turn(int to) {
        while (month < to) {
            close();
            month++;
        }
    }

    /** What the extra would be in that month. */
    long extraIn(int later) {
        var then = copy();
        then.turn(later);
        return then.extra();
    }

    void late(int of, long bytes) {
        var past = closed.computeIfAbsent(of, ignored -> new Closed(null, 0, 0));
        if (past.cap == null) {
            past.used += bytes;
            return;
        }
        long before = past.excess();
        long fromUnused = Math.min(bytes, past.unused);
        past.used += bytes;
        past.unused = Math.max(0, past.cap - past.used);
        long given = giveBack(of, fromUnused);
        draw(of, past.excess() - before + fromUnused - given);
    }

    private void close() {
        var now = new Closed(cap, forgiven, used);
        // Nothing tells of a month without a cap and without use.
        if (cap != null || used > 0) {
            closed.put(month, now);
        }
        draw(month, now.excess());
        if (rolloverMonths > 0 && !cancelled) {
            long unused = (now.unused == null ? 0 : now.unused)
                    + good(month).stream()
                            .filter(topup -> topup.last == month && !topup.rollover)
                            .mapToLong(Topup::left)
                            .sum();
            if (unused > 0) {
                topups.add(new Topup(numbers++, month + 1, month + rolloverMonths, true, unused));
            }
        }
        used = 0;
        forgiven = 0;
    }

    private void draw(int of, long bytes) {
        long rest = bytes;
        for (var topup : good(of)) {
            long drawn = Math.min(rest, topup.left());
            if (topup.last < month && !topup.rollover) {
                drawn = giveBack(topup.last, drawn);
            }
            topup.used += drawn;
            rest -= drawn;
        }
    }

    /** Out of the month's rollover; everything can be given back when there is none. */
    private long giveBack(int of, long bytes) {
        var rollover = topups.stream()
                .filter(topup -> topup.rollover && topup.first == of + 1)
                .findFirst();
        if (rollover.isEmpty()) {
            return bytes;
        }
        long given = Math.min(bytes, rollover.get().left());
        rollover.get().size -= given;
        if (rollover.get().size == 0) {
            topups.remove(rollover.get());
        }
        return given;
    }

    private List<Topup> good(int in) {
        return topups.stream()
                .filter(topup -> topup.first <= in && in <= topup.last)
                .sorted(Comparator.<Topup>comparingInt(topup -> topup.last).thenComparingInt(topup -> topup.number))
                .toList();
    }

    private MonthModel copy() {
        var copy = new MonthModel();
        copy.cap = cap;
        copy.forgives = forgives;
        copy.rolloverMonths = rolloverMonths;
        copy.cancelled = cancelled;
        copy.month = month;
        copy.used = used;
        copy.forgiven = forgiven;
        copy.numbers = numbers;
        for (var topup : topups) {
            var same = new Topup(topup.number, topup.first, topup.last, topup.rollover, topup.size);
            same.used = topup.used;
            copy.topups.add(same);
        }
        return copy;
    }
}
