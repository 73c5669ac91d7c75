package com.skytill.e2e.radius;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.Arrays;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every byte is counted, once, in whatever order the packets come. */
@ExtendWith(SuiteExtension.class)
class AccountingIT {

    private static final long FIVE_GIB = 5L << 30;

    private final RunningSuite suite;
    private final TestVouchers vouchers;
    private String code;
    private TestRouter router;

    AccountingIT(RunningSuite suite) {
        this.suite = suite;
        this.vouchers = new TestVouchers(suite);
    }

    @BeforeEach
    void logIn() throws Exception {
        code = vouchers.voucher(Map.of("data_cap", "100 GB"));
        router = new TestRouter(suite, code);
        assertTrue(router.pap().isAccept());
    }

    @Test
    void countersWhenPastFourGibThenCountedToTheByte() throws Exception {
        router.start();
        router.interim(300, 4_294_967_295L, 4_294_967_296L);
        assertEquals(8_589_934_591L, vouchers.dataUsed(code));

        router.interim(600, FIVE_GIB + 7, FIVE_GIB + 11);
        assertEquals(2 * FIVE_GIB + 18, vouchers.dataUsed(code));

        router.stop(660, FIVE_GIB + 7, FIVE_GIB + 12);
        assertEquals(2 * FIVE_GIB + 19, vouchers.dataUsed(code));
    }

    @Test
    void packetWhenRepeatedThenCountedOnce() throws Exception {
        router.start();
        router.interim(300, 1_000, 2_000);
        router.interim(300, 1_000, 2_000);
        router.account("Interim-Update", repeated(TestRouter.counters(300, 1_000, 2_000), 30));
        assertEquals(3_000, vouchers.dataUsed(code));

        router.stop(360, 1_500, 2_500);
        router.stop(360, 1_500, 2_500);
        router.account("Stop", repeated(TestRouter.counters(360, 1_500, 2_500), 30));
        assertEquals(4_000, vouchers.dataUsed(code));
    }

    @Test
    void packetsWhenOutOfOrderThenCountedRight() throws Exception {
        router.interim(600, 20_000, FIVE_GIB);
        router.start();
        router.interim(300, 10_000, 1_000);
        assertEquals(20_000 + FIVE_GIB, vouchers.dataUsed(code));

        router.stop(900, 30_000, FIVE_GIB + 1);
        router.interim(750, 25_000, FIVE_GIB);
        assertEquals(30_001 + FIVE_GIB, vouchers.dataUsed(code));
    }

    @Test
    void counterWhenWrappedWithoutGigawordsThenCountedOn() throws Exception {
        router.start();
        router.account(
                "Interim-Update",
                "Acct-Session-Time = 300",
                "Acct-Input-Octets = 0",
                "Acct-Output-Octets = 4294967290");
        router.account("Interim-Update", "Acct-Session-Time = 600", "Acct-Input-Octets = 0", "Acct-Output-Octets = 10");

        assertEquals(4_294_967_306L, vouchers.dataUsed(code));
    }

    @Test
    void twoSessionsThenBothCounted() throws Exception {
        router.start();
        router.stop(60, 100, 200);
        var second = new TestRouter(suite, code);
        assertTrue(second.pap().isAccept());
        second.start();
        second.interim(60, 10, 20);

        assertEquals(330, vouchers.dataUsed(code));
    }

    @Test
    void accountingOfNobodyThenAcknowledged() throws Exception {
        var nobody = new TestRouter(suite, "no such user");
        nobody.start();
        nobody.stop(1, 1, 1);

        assertEquals(0, vouchers.dataUsed(code));
    }

    private static String[] repeated(String[] counters, int delaySeconds) {
        var more = Arrays.copyOf(counters, counters.length + 1);
        more[counters.length] = "Acct-Delay-Time = " + delaySeconds;
        return more;
    }
}
