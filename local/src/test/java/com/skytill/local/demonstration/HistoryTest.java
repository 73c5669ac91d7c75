package com.skytill.local.demonstration;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final List<Terms> ALL_TERMS = List.of(
            new Terms(null, 3_600L, Duration.ofDays(1), false, 1, 5_120),
            new Terms(2_000_000_000L, null, Duration.ofDays(1), false, 1, 10_240),
            new Terms(1_000_000_000L, null, Duration.ofDays(30), false, 1, 10_240),
            new Terms(20_000_000_000L, null, Duration.ofDays(60), false, 3, 20_480),
            new Terms(null, null, Duration.ofDays(7), false, 4, 10_240),
            new Terms(null, 36_000L, Duration.ofDays(7), true, 2, 10_240),
            new Terms(1_000_000_000L, 36_000L, null, false, 2, 10_240));

    /** Many of each, used first long ago and only just. */
    @RepeatedTest(200)
    void historyThenKeepsEveryRuleOfTheEngine(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (var terms : ALL_TERMS) {
            var firstUse =
                    NOW.minusSeconds(1 + random.nextLong(Duration.ofDays(91).toSeconds()));
            var history = History.make(terms, firstUse.minusSeconds(3_600), firstUse, NOW, random);

            assertLimits(terms, history);
            assertTimes(history);
            assertEquals(expectedStatus(terms, history), history.status());
        }
    }

    @Test
    void sameSeedThenSameHistory() {
        var firstUse = NOW.minus(Duration.ofDays(20));
        for (var terms : ALL_TERMS) {
            assertEquals(
                    History.make(terms, firstUse, firstUse, NOW, new Random(7)),
                    History.make(terms, firstUse, firstUse, NOW, new Random(7)));
        }
    }

    private static void assertLimits(Terms terms, History history) {
        assertFalse(history.sessions().isEmpty());
        if (terms.dataQuota() != null) {
            assertTrue(history.usedBytes() <= terms.dataQuota(), history.toString());
        }
        if (terms.timeQuotaSeconds() != null) {
            assertTrue(history.usedSeconds() <= terms.timeQuotaSeconds(), history.toString());
        }
        boolean timeout =
                history.sessions().stream().anyMatch(session -> session.cause().equals("Session-Timeout"));
        assertEquals(history.status().equals("USED_UP"), timeout, history.toString());
        for (var session : history.sessions()) {
            assertTrue(session.bytesIn() >= 0 && session.bytesOut() >= 0 && session.seconds() > 0, session.toString());
        }
    }

    private static void assertTimes(History history) {
        var before = history.firstUse();
        assertEquals(before, history.sessions().getFirst().startedAt());
        for (var session : history.sessions()) {
            assertFalse(session.startedAt().isBefore(before), history.toString());
            assertEquals(session.startedAt().plusSeconds(session.seconds()), session.endedAt());
            before = session.endedAt();
        }
        assertFalse(before.isAfter(NOW), history.toString());
        if (history.expiresAt() != null) {
            assertFalse(before.isAfter(history.expiresAt()), history.toString());
        }
    }

    private static String expectedStatus(Terms terms, History history) {
        boolean data = terms.dataQuota() != null && history.usedBytes() == terms.dataQuota();
        boolean time = terms.timeQuotaSeconds() != null && history.usedSeconds() == terms.timeQuotaSeconds();
        if (data || time) {
            return "USED_UP";
        }
        boolean over = history.expiresAt() != null && !history.expiresAt().isAfter(NOW);
        return over ? "EXPIRED" : "ACTIVE";
    }
}
