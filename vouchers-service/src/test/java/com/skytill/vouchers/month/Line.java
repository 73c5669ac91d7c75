package com.skytill.vouchers.month;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/**
 * What one customer's line must be, computed the plain way: nothing but sums. Each kind says what its rules are.
 */
abstract class Line {

    /** What must come of a login: refused in these words, or accepted with these limits (null for none). */
    record Door(String refusal, String speed, Long dataLeft) {

        static Door refused(String words) {
            return new Door(words, null, null);
        }

        static Door open(String speed, Long dataLeft) {
            return new Door(null, speed, dataLeft);
        }
    }

    final Map<YearMonth, Long> monthBytes = new HashMap<>();
    long totalBytes;
    long totalSeconds;

    /** Time has come to that instant, and nothing was used. */
    void passed(Instant now) {}

    /** Counts what an accounting packet tells. */
    void used(long bytes, long seconds, Instant now) {
        monthBytes.merge(Script.month(now), bytes, Long::sum);
        totalBytes += bytes;
        totalSeconds += seconds;
        spend(bytes, seconds, now);
    }

    /** The kind's own books. */
    abstract void spend(long bytes, long seconds, Instant now);

    /** What a login gets now. */
    abstract Door door(Instant now);

    /** Why a session must end now; null while it may go on. */
    abstract String end(Instant now);

    /** How fast a session is now: download/upload in kbit/s. */
    abstract String speed(Instant now);

    long monthBytes(Instant now) {
        return monthBytes.getOrDefault(Script.month(now), 0L);
    }
}
