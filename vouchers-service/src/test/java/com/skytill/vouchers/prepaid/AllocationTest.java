package com.skytill.vouchers.prepaid;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

class AllocationTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void endsByTimeWhenLessThanASecondIsLeft() {
        assertEquals(AllocationStatus.ACTIVE, until(NOW.plusSeconds(1)).statusAt(NOW));
        assertEquals(AllocationStatus.EXPIRED, until(NOW.plusMillis(999)).statusAt(NOW));
        assertEquals(AllocationStatus.ACTIVE, until(null).statusAt(NOW));
        var spent = new Allocation(AllocationStatus.USED_UP, 10L, null, 10, Duration.ZERO, NOW.minusSeconds(9));
        assertEquals(AllocationStatus.USED_UP, spent.statusAt(NOW));
    }

    @Test
    void nothingIsLeftOfWhatHasEnded() {
        assertEquals(0L, until(NOW).dataLeftBytes(NOW));
        assertEquals(Duration.ZERO, until(NOW).timeLeft(NOW));
        assertEquals(600L, until(null).dataLeftBytes(NOW));
        assertEquals(Duration.ofMinutes(8), until(null).timeLeft(NOW));
    }

    @Test
    void moreThanTheQuotaLeavesNothingAndNoQuotaNoLimit() {
        var past = new Allocation(AllocationStatus.ACTIVE, 10L, Duration.ofSeconds(5), 15, Duration.ofSeconds(9), null);
        assertEquals(0L, past.dataLeftBytes(NOW));
        assertEquals(Duration.ZERO, past.timeLeft(NOW));
        var unlimited = new Allocation(AllocationStatus.UNUSED, null, null, 15, Duration.ofSeconds(9), null);
        assertNull(unlimited.dataLeftBytes(NOW));
        assertNull(unlimited.timeLeft(NOW));
    }

    @Test
    void onlyWhatIsLeftAndDidNotComeByATransferIsTransferable() {
        assertDoesNotThrow(() -> until(null).requireTransferable(false, NOW));
        refused(ProblemCode.RULE_VIOLATED, until(null), true);
        refused(ProblemCode.ILLEGAL_STATE, until(NOW), false);
        var slow = new Allocation(AllocationStatus.ACTIVE, 10L, null, 10, Duration.ZERO, null);
        refused(ProblemCode.ILLEGAL_STATE, slow, false);
        var gone = new Allocation(AllocationStatus.TRANSFERRED, 10L, null, 1, Duration.ZERO, null);
        refused(ProblemCode.ILLEGAL_STATE, gone, false);
    }

    private static void refused(ProblemCode code, Allocation allocation, boolean cameByTransfer) {
        var refusal = assertThrows(ProblemException.class, () -> allocation.requireTransferable(cameByTransfer, NOW));
        assertEquals(code, refusal.problem().code());
    }

    private static Allocation until(Instant end) {
        return new Allocation(AllocationStatus.ACTIVE, 1_000L, Duration.ofMinutes(10), 400, Duration.ofMinutes(2), end);
    }
}
