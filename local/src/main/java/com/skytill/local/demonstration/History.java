package com.skytill.local.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What a voucher's sessions have come to, by the rules of the RADIUS engine: what it used is what its sessions used, never more than
 * its quotas, and its status follows from that.
 *
 * @param expiresAt null when it lives for ever
 */
record History(Instant firstUse, Instant expiresAt, String status, List<Session> sessions) {

    private static final int MOST_SESSIONS = 9;
    private static final long SHORTEST_SECONDS = 240;
    private static final long LONGEST_SECONDS = 10_800;
    private static final long MEGABYTE = 1_000_000;
    // A quota's last byte or second is what ends these vouchers.
    private static final double USES_ALL = 0.55;
    private static final List<String> CAUSES =
            List.of("User-Request", "User-Request", "Idle-Timeout", "Lost-Carrier", "Lost-Service");

    History {
        sessions = List.copyOf(sessions);
    }

    /** The history of a voucher that was first used at that instant. */
    static History make(Terms terms, Instant issuedAt, Instant firstUse, Instant now, Random random) {
        var expiresAt =
                terms.validity() == null ? null : (terms.fromIssue() ? issuedAt : firstUse).plus(terms.validity());
        var end = expiresAt == null || expiresAt.isAfter(now) ? now : expiresAt;
        var seconds = seconds(terms, Duration.between(firstUse, end).toSeconds(), random);
        var sessions = sessions(terms, firstUse, end, seconds, random);
        return new History(firstUse, expiresAt, status(terms, sessions, expiresAt, now), sessions);
    }

    long usedBytes() {
        return sessions.stream()
                .mapToLong(session -> session.bytesIn() + session.bytesOut())
                .sum();
    }

    long usedSeconds() {
        return sessions.stream().mapToLong(Session::seconds).sum();
    }

    /** How long each session takes: together no longer than the time quota, each within its own part of the whole time. */
    private static List<Long> seconds(Terms terms, long whole, Random random) {
        int count = Math.clamp(whole / (SHORTEST_SECONDS * 2), 1, 1 + random.nextInt(MOST_SESSIONS));
        long longest = Math.max(1, Math.min(LONGEST_SECONDS, whole / count * 9 / 10));
        long left = Long.MAX_VALUE;
        if (terms.timeQuotaSeconds() != null) {
            left = share(terms.timeQuotaSeconds(), random);
            longest = Math.min(longest, Math.max(SHORTEST_SECONDS, left / count + 1));
        }
        var seconds = new ArrayList<Long>();
        for (int number = 0; number < count && left > 0; number++) {
            long wanted =
                    terms.timeQuotaSeconds() == null ? SHORTEST_SECONDS + random.nextLong(LONGEST_SECONDS) : longest;
            long taken = Math.min(left, Math.min(wanted, longest));
            seconds.add(taken);
            left -= taken;
        }
        return seconds;
    }

    private static List<Session> sessions(
            Terms terms, Instant firstUse, Instant end, List<Long> seconds, Random random) {
        long slot = Duration.between(firstUse, end).toSeconds() / seconds.size();
        long total = seconds.stream().mapToLong(Long::longValue).sum();
        long wanted = terms.dataQuota() == null
                ? total * (20_000 + random.nextInt(180_000))
                : share(terms.dataQuota(), random);
        var devices = devices(terms, random);
        var sessions = new ArrayList<Session>();
        long left = wanted;
        for (int number = 0; number < seconds.size(); number++) {
            long taken = seconds.get(number);
            boolean last = number == seconds.size() - 1;
            long bytes = Math.min(last ? left : Math.min(left, wanted / total * taken), most(terms, taken));
            left -= bytes;
            long pause = number == 0 || slot <= taken ? 0 : random.nextLong(slot - taken);
            var start = firstUse.plusSeconds(number * slot + pause);
            long up = bytes * (4 + random.nextInt(14)) / 100;
            sessions.add(new Session(
                    start,
                    start.plusSeconds(taken),
                    hex(16, random),
                    Names.pick(devices, random),
                    "10.%d.%d.%d".formatted(20 + random.nextInt(14), random.nextInt(256), 2 + random.nextInt(250)),
                    up,
                    bytes - up,
                    taken,
                    last && usedUp(terms, wanted - left, total) ? "Session-Timeout" : Names.pick(CAUSES, random)));
        }
        return sessions;
    }

    private static long share(long quota, Random random) {
        return random.nextDouble() < USES_ALL ? quota : (long) (quota * (0.15 + random.nextDouble() * 0.75));
    }

    /** What the speed lets through in that time, at most. */
    private static long most(Terms terms, long seconds) {
        return Math.max(MEGABYTE, terms.downloadKbps() * 1000L / 8 * seconds * 8 / 10);
    }

    private static List<String> devices(Terms terms, Random random) {
        var devices = new ArrayList<String>();
        int count = 1 + random.nextInt(Math.min(3, terms.maxDevices()));
        for (int number = 0; number < count; number++) {
            // Locally administered, as phones make them up.
            devices.add(("DA-" + hex(5, random).replaceAll("(..)(?=.)", "$1-")).toUpperCase(Locale.ROOT));
        }
        return devices;
    }

    private static String hex(int bytes, Random random) {
        var some = new byte[bytes];
        random.nextBytes(some);
        return HexFormat.of().formatHex(some);
    }

    private static String status(Terms terms, List<Session> sessions, Instant expiresAt, Instant now) {
        var history = new History(Instant.EPOCH, expiresAt, "", sessions);
        if (usedUp(terms, history.usedBytes(), history.usedSeconds())) {
            return "USED_UP";
        }
        return expiresAt != null && !expiresAt.isAfter(now) ? "EXPIRED" : "ACTIVE";
    }

    private static boolean usedUp(Terms terms, long bytes, long seconds) {
        boolean data = terms.dataQuota() != null && bytes >= terms.dataQuota();
        boolean time = terms.timeQuotaSeconds() != null && seconds >= terms.timeQuotaSeconds();
        return data || time;
    }
}
