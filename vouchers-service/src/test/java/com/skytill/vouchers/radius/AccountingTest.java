package com.skytill.vouchers.radius;

import com.skytill.vouchers.Api;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.TestProducts;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Usage is exact to the byte, whatever order, number and width the packets come in. */
@QuarkusTest
class AccountingTest {

    private static final long GIGAWORD = 1L << 32;

    private String code;
    private String sessionClass;
    private String uniqueId;
    private String nas;

    @BeforeEach
    void logIn() {
        code = Api.voucher(TestProducts.BIG);
        uniqueId = UUID.randomUUID().toString();
        nas = "nas-" + uniqueId;
        sessionClass = Packets.acceptedClass(Packets.send(
                "authorize",
                Map.of(
                        "User-Name",
                        code,
                        "User-Password",
                        code,
                        "Calling-Station-Id",
                        "02-00-5E-10-00-01",
                        "NAS-Identifier",
                        nas)));
    }

    @Test
    void countsPastFourGibibytesWithGigawords() {
        report("Start", 0, Map.of());
        report("Interim-Update", 300, counters(5, 0, 1_000_000_000L, 1));
        assertEquals(5 + GIGAWORD + 1_000_000_000L, used());
        report("Stop", 400, counters(7, 0, 1_000_000_001L, 1));
        assertEquals(7 + GIGAWORD + 1_000_000_001L, used());
        assertEquals("PT6M40S", Api.usage(code).getString("time_used"));
    }

    @Test
    void countsAWrapWithoutGigawords() {
        report("Start", 0, Map.of());
        report("Interim-Update", 300, Map.of("Acct-Input-Octets", GIGAWORD - 10, "Acct-Output-Octets", 0));
        report("Interim-Update", 600, Map.of("Acct-Input-Octets", 20, "Acct-Output-Octets", 0));
        assertEquals(GIGAWORD + 20, used());
    }

    @Test
    void repeatedPacketsAreCountedOnceEvenAtOnce() {
        report("Start", 0, Map.of());
        Parallel.run(20, 20, i -> {
            report("Interim-Update", 300, counters(100, 0, 200, 0));
            return i;
        });
        assertEquals(300, used());
    }

    @Test
    void lateAndReorderedPacketsNeverTakeAnythingBack() {
        report("Interim-Update", 600, counters(1000, 0, 2000, 0));
        report("Start", 0, Map.of());
        report("Interim-Update", 300, counters(500, 0, 1000, 0));
        assertEquals(3000, used());
        report("Stop", 900, counters(1500, 0, 2500, 0));
        report("Interim-Update", 700, counters(1200, 0, 2200, 0));
        assertEquals(4000, used());
        assertEquals(0, Api.usage(code).getInt("sessions_online"));
        assertNotNull(Api.usage(code).getString("sessions[0].ended_at"));
    }

    @Test
    void sessionsAddUp() {
        report("Start", 0, Map.of());
        report("Stop", 10, counters(1, 0, 2, 0));
        uniqueId = UUID.randomUUID().toString();
        sessionClass = Packets.acceptedClass(Packets.login(code, "02-00-5E-10-00-02"));
        report("Start", 0, Map.of());
        report("Stop", 10, counters(4, 0, 8, 0));
        assertEquals(15, used());
        assertEquals(2, Api.usage(code).getInt("devices"));
    }

    @Test
    void quotaThatIsReachedEndsTheVoucher() {
        report("Start", 0, Map.of());
        report("Interim-Update", 300, counters(0, 0, 6_000_000_000L - GIGAWORD - 1, 1));
        assertEquals("active", Api.usage(code).getString("status"));
        assertEquals(1, Api.usage(code).getLong("data_left"));
        report("Interim-Update", 301, counters(0, 0, 6_000_000_000L - GIGAWORD, 1));
        assertEquals("used_up", Api.usage(code).getString("status"));
        assertEquals(0, Api.usage(code).getLong("data_left"));
        Packets.login(code, "02-00-5E-10-00-01").then().statusCode(401);
    }

    @Test
    void routerThatStartsAnewEndsItsSessions() {
        report("Start", 0, Map.of());
        assertEquals(1, Api.usage(code).getInt("sessions_online"));
        assertEquals(
                204,
                Packets.accounting(Map.of(
                                "Acct-Status-Type",
                                "Accounting-On",
                                "NAS-Identifier",
                                nas,
                                "Acct-Unique-Session-Id",
                                UUID.randomUUID().toString()))
                        .statusCode());
        assertEquals(0, Api.usage(code).getInt("sessions_online"));
    }

    @Test
    void routerThatEchoesNoClassIsUnderstood() {
        sessionClass = null;
        report("Start", 0, Map.of());
        report("Interim-Update", 60, counters(10, 0, 20, 0));
        assertEquals(30, used());
        assertEquals(1, Api.usage(code).getInt("sessions_online"));
        assertNull(Api.usage(code).getString("sessions[1]"));
    }

    private void report(String kind, long seconds, Map<String, ?> more) {
        var packet = new HashMap<String, Object>(Map.of(
                "Acct-Status-Type", kind,
                "Acct-Session-Id", uniqueId.substring(0, 8),
                "Acct-Unique-Session-Id", uniqueId,
                "User-Name", code,
                "NAS-Identifier", nas,
                "Calling-Station-Id", "02-00-5E-10-00-01",
                "Acct-Session-Time", seconds));
        if (sessionClass != null) {
            packet.put("Class", sessionClass);
        }
        packet.putAll(more);
        assertEquals(204, Packets.accounting(packet).statusCode());
    }

    private static Map<String, Object> counters(long in, long inGigawords, long out, long outGigawords) {
        return Map.of(
                "Acct-Input-Octets", in,
                "Acct-Input-Gigawords", inGigawords,
                "Acct-Output-Octets", out,
                "Acct-Output-Gigawords", outGigawords);
    }

    private long used() {
        return Api.usage(code).getLong("data_used");
    }
}
