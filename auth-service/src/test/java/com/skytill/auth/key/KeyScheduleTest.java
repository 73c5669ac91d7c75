package com.skytill.auth.key;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class KeyScheduleTest {

    private static final Instant SIGNS_FROM = Instant.parse("2026-01-01T00:00:00Z");

    private final KeySchedule schedule = new KeySchedule(Duration.ofDays(30), Duration.ofDays(1), Duration.ofDays(2));

    @Test
    void successorIsMadeBeforeItSigns() {
        assertEquals(Optional.empty(), schedule.next(SIGNS_FROM, SIGNS_FROM.plus(Duration.ofDays(28))));
        assertEquals(
                Optional.of(SIGNS_FROM.plus(Duration.ofDays(30))),
                schedule.next(SIGNS_FROM, SIGNS_FROM.plus(Duration.ofDays(29))));
    }

    @Test
    void successorThatIsLateIsPublishedInFullAllTheSame() {
        var late = SIGNS_FROM.plus(Duration.ofDays(100));
        assertEquals(Optional.of(late.plus(Duration.ofDays(1))), schedule.next(SIGNS_FROM, late));
    }

    @Test
    void predecessorIsPublishedOn() {
        assertEquals(SIGNS_FROM.plus(Duration.ofDays(2)), schedule.retires(SIGNS_FROM));
    }

    @Test
    void scheduleThatSignsBeforeEverybodyKnowsIsRefused() {
        var month = Duration.ofDays(30);
        assertThrows(
                IllegalArgumentException.class,
                () -> new KeySchedule(month, Duration.ofMinutes(4), Duration.ofDays(1)));
        assertThrows(IllegalArgumentException.class, () -> new KeySchedule(month, month, Duration.ofDays(1)));
    }
}
