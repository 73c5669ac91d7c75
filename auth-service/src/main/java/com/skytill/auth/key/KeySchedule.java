package com.skytill.auth.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a key is made, signs, and goes (RFC 7517 keys; rotation as OpenID Connect Core §10.1.1 asks): the next one is published
 * before it signs, the last one until what it signed has ended.
 */
record KeySchedule(Duration signsFor, Duration publishedBefore, Duration publishedAfter) {

    // A replica reads the keys once a minute: a new one must be known to all before it signs.
    private static final Duration LEAST = Duration.ofMinutes(5);

    KeySchedule {
        if (publishedBefore.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("skytill.keys.published-before is at least 5 minutes");
        }
        if (signsFor.compareTo(publishedBefore) <= 0) {
            throw new IllegalArgumentException("skytill.keys.signs-for must be longer than .published-before");
        }
    }

    /** From when the successor of the newest key signs, if it has to be made now. */
    Optional<Instant> next(Instant newestSignsFrom, Instant now) {
        var ends = newestSignsFrom.plus(signsFor);
        if (ends.minus(publishedBefore).isAfter(now)) {
            return Optional.empty();
        }
        var published = now.plus(publishedBefore);
        return Optional.of(ends.isAfter(published) ? ends : published);
    }

    /** When the key that is followed from that instant on is published no more. */
    Instant retires(Instant successorSignsFrom) {
        return successorSignsFrom.plus(publishedAfter);
    }
}
