package com.skytill.vouchers.voucher;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

class VoucherTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void unusedVoucherEndsWhenItsDateIsOver() {
        assertEquals(VoucherStatus.UNUSED, usableBefore(VoucherStatus.UNUSED, NOW.plusMillis(1)));
        assertEquals(VoucherStatus.EXPIRED, usableBefore(VoucherStatus.UNUSED, NOW));
    }

    @Test
    void dateDoesNotEndWhatIsInUse() {
        assertEquals(VoucherStatus.ACTIVE, usableBefore(VoucherStatus.ACTIVE, NOW.minusSeconds(1)));
    }

    @Test
    void lifetimeOfLessThanASecondIsOver() {
        assertEquals(VoucherStatus.ACTIVE, living(VoucherStatus.ACTIVE, NOW.plusSeconds(1)));
        assertEquals(VoucherStatus.EXPIRED, living(VoucherStatus.ACTIVE, NOW.plusMillis(999)));
        assertEquals(VoucherStatus.EXPIRED, living(VoucherStatus.UNUSED, NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"USED_UP", "EXPIRED"})
    void nothingLeavesAnEnd(VoucherStatus end) {
        assertEquals(end, living(end, NOW));
        var refused = assertInstanceOf(
                Voucher.Expiry.Refused.class, voucher(end, null, null).expire(NOW));
        assertEquals(end, refused.status());
    }

    @ParameterizedTest
    @EnumSource(names = {"UNUSED", "ACTIVE"})
    void expiringEndsWhatIsUsable(VoucherStatus usable) {
        var expired = assertInstanceOf(
                Voucher.Expiry.Expired.class, voucher(usable, null, null).expire(NOW));
        assertEquals(VoucherStatus.EXPIRED, expired.voucher().status());
    }

    @Test
    void whatIsLeftIsNeverLessThanNothing() {
        var over = new Voucher(
                VoucherStatus.USED_UP, 100L, Duration.ofSeconds(10), 150, Duration.ofSeconds(11), null, null);
        assertEquals(0, over.dataLeftBytes());
        assertEquals(Duration.ZERO, over.timeLeft());
        var some =
                new Voucher(VoucherStatus.ACTIVE, 100L, Duration.ofSeconds(10), 30, Duration.ofSeconds(4), null, null);
        assertEquals(70, some.dataLeftBytes());
        assertEquals(Duration.ofSeconds(6), some.timeLeft());
        var unlimited = voucher(VoucherStatus.ACTIVE, null, null);
        assertNull(unlimited.dataLeftBytes());
        assertNull(unlimited.timeLeft());
    }

    private static VoucherStatus usableBefore(VoucherStatus status, Instant useBefore) {
        return voucher(status, useBefore, null).statusAt(NOW);
    }

    private static VoucherStatus living(VoucherStatus status, Instant expiresAt) {
        return voucher(status, null, expiresAt).statusAt(NOW);
    }

    private static Voucher voucher(VoucherStatus status, Instant useBefore, Instant expiresAt) {
        return new Voucher(status, null, null, 0, Duration.ZERO, useBefore, expiresAt);
    }
}
