package com.skytill.e2e.radius;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.local.radius.RadiusAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who gets in, with which limits, and who is told what when not. */
@ExtendWith(SuiteExtension.class)
class LoginIT {

    private final RunningSuite suite;
    private final TestVouchers vouchers;

    LoginIT(RunningSuite suite) {
        this.suite = suite;
        this.vouchers = new TestVouchers(suite);
    }

    @Test
    void papWhenGoodCodeThenAcceptedWithItsTerms() throws Exception {
        var code = vouchers.voucher(Map.of("data_cap", "10 GB", "validity", "PT1H"));

        assertTerms(new TestRouter(suite, code).pap());
    }

    @Test
    void chapWhenGoodCodeThenAcceptedWithItsTerms() throws Exception {
        var code = vouchers.voucher(Map.of("data_cap", "10 GB", "validity", "PT1H"));

        assertTerms(new TestRouter(suite, code).chap());
    }

    @Test
    void codeWhenWrittenOtherwiseThenAccepted() throws Exception {
        var code = vouchers.voucher(Map.of());
        var written = code.toLowerCase(Locale.ROOT).replace("-", " ");

        assertTrue(new TestRouter(suite, written).pap().isAccept());
    }

    @Test
    void limitPastFourGibThenInTwoAttributes() throws Exception {
        long cap = 10_000_000_000L;
        var answer = new TestRouter(suite, vouchers.voucher(Map.of("data_cap", cap))).pap();

        long total = Long.parseLong(answer.attribute("Mikrotik-Total-Limit").orElseThrow());
        long gigawords = Long.parseLong(
                answer.attribute("Mikrotik-Total-Limit-Gigawords").orElseThrow());
        assertEquals(cap, (gigawords << 32) + total);
    }

    @Test
    void codeWhenUnknownThenRejectedInWords() throws Exception {
        assertRejected(new TestRouter(suite, "AAAA-AAAA-AAAA").pap());
    }

    @Test
    void codeWhenPasswordIsAnotherThenRejectedInWords() throws Exception {
        assertRejected(new TestRouter(suite, vouchers.voucher(Map.of())).pap("something-else"));
    }

    @Test
    void codeWhenExpiredThenRejectedInWords() throws Exception {
        var code = vouchers.voucher(Map.of());
        vouchers.expire(code);

        assertTrue(assertRejected(new TestRouter(suite, code).pap()).contains("expired"));
        assertRejected(new TestRouter(suite, code).chap());
    }

    @Test
    void codeWhenUsedUpThenRejectedInWords() throws Exception {
        var code = vouchers.voucher(Map.of("data_cap", 1_000_000));
        var router = new TestRouter(suite, code);
        assertTrue(router.pap().isAccept());
        router.start();
        router.stop(60, 0, 1_000_000);

        assertEquals("used_up", vouchers.status(code));
        assertRejected(new TestRouter(suite, code).pap());
    }

    @Test
    void loginWhenPartIsUsedThenWhatIsLeft() throws Exception {
        var code = vouchers.voucher(Map.of("data_cap", 1_000_000));
        var router = new TestRouter(suite, code);
        router.pap();
        router.start();
        router.stop(60, 100_000, 300_000);

        var answer = new TestRouter(suite, code).pap();
        assertEquals("600000", answer.attribute("Mikrotik-Total-Limit").orElseThrow());
    }

    @Test
    void loginWhenAllDevicesAreOnlineThenRejectedInWords() throws Exception {
        var code = vouchers.voucher(Map.of("max_devices", 1));
        var first = new TestRouter(suite, "e2e-no-hotspot", code, "02-00-5E-10-00-01");
        assertTrue(first.pap().isAccept());
        first.start();

        assertRejected(new TestRouter(suite, "e2e-no-hotspot", code, "02-00-5E-10-00-02").pap());
        first.stop(10, 1, 1);
        assertTrue(new TestRouter(suite, "e2e-no-hotspot", code, "02-00-5E-10-00-02")
                .pap()
                .isAccept());
    }

    private static void assertTerms(RadiusAnswer answer) {
        assertTrue(answer.isAccept(), answer.output());
        long timeout = Long.parseLong(answer.attribute("Session-Timeout").orElseThrow());
        assertTrue(timeout > 0 && timeout <= Duration.ofHours(1).toSeconds(), answer.output());
        assertEquals("2048k/10240k", answer.attribute("Mikrotik-Rate-Limit").orElseThrow());
        assertEquals("10240000", answer.attribute("WISPr-Bandwidth-Max-Down").orElseThrow());
        assertEquals("2048000", answer.attribute("WISPr-Bandwidth-Max-Up").orElseThrow());
        assertEquals("300", answer.attribute("Acct-Interim-Interval").orElseThrow());
        assertTrue(answer.attribute("Class").isPresent(), answer.output());
        assertTrue(answer.attribute("Message-Authenticator").isPresent(), answer.output());
    }

    private static String assertRejected(RadiusAnswer answer) {
        assertTrue(answer.isReject(), answer.output());
        var words = answer.attribute("Reply-Message").orElseThrow();
        assertFalse(words.isBlank());
        assertTrue(answer.attribute("Session-Timeout").isEmpty(), answer.output());
        assertTrue(answer.attribute("Class").isEmpty(), answer.output());
        return words;
    }
}
