package com.skytill.vouchers.radius;

import com.skytill.testing.nas.FreeRadius;
import com.skytill.testing.nas.RadClient;
import com.skytill.testing.nas.RadReply;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.VouchersTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Through a real FreeRADIUS with the suite's own configuration, by its own client. */
@QuarkusTest
class FreeRadiusTest {

    private FreeRadius server;
    private RadClient router;

    @BeforeEach
    void start() {
        server = FreeRadius.start("http://127.0.0.1:" + RestAssured.port, VouchersTestResource.API_TOKEN);
        router = server.client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void papAndChapLetTheCodeInHoweverItIsTyped() {
        String code = Api.voucher(TestProducts.DAY);
        String plain = code.replace("-", "").toLowerCase(Locale.ROOT);
        var device = device("02-00-00-00-05-01");
        for (String typed : new String[] {code, plain, code.toLowerCase(Locale.ROOT)}) {
            accepted(router.pap(typed, typed, device));
            accepted(router.pap(typed, code, device));
            accepted(router.chap(typed, typed, device));
            accepted(router.chap(typed, code, device));
            accepted(router.msChap(typed, typed, device));
        }
        // radclient sends no empty User-Password, but CHAP of nothing.
        accepted(router.chap(code, "", device));
        accepted(router.chap(plain, plain.toUpperCase(Locale.ROOT), device));
    }

    @Test
    void acceptCarriesTheLimitsAsTheRouterReadsThem() {
        String code = Api.voucher(TestProducts.BIG);
        var reply = router.chap(code, code, device("02-00-00-00-05-02"));
        accepted(reply);
        assertEquals("1705032704", reply.get("Mikrotik-Total-Limit"));
        assertEquals("1", reply.get("Mikrotik-Total-Limit-Gigawords"));
        assertEquals("512k/2048k", reply.get("Mikrotik-Rate-Limit"));
        assertEquals("512000", reply.get("WISPr-Bandwidth-Max-Up"));
        assertEquals("2048000", reply.get("WISPr-Bandwidth-Max-Down"));
        assertEquals("300", reply.get("Acct-Interim-Interval"));
        assertTrue(reply.get("Class").startsWith("0x"));
        assertTrue(reply.attributes().containsKey("Message-Authenticator"));
        assertNull(reply.get("Session-Timeout"));
        var day = router.chap(Api.voucher(TestProducts.DAY), "", device("02-00-00-00-05-03"));
        assertEquals("86400", day.get("Session-Timeout"));
        assertTrue(
                day.get("WISPr-Session-Terminate-Time").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00"));
    }

    @Test
    void rejectSaysWhyAndCarriesNoLimits() {
        refused(router.pap("NOT-ACO-DE2", "NOT-ACO-DE2", device("02-00-00-00-05-04")), "don't know this code");
        String code = Api.voucher(TestProducts.DAY);
        refused(router.pap(code, "wrong", device("02-00-00-00-05-05")), "password");
        refused(router.chap(code, "wrong", device("02-00-00-00-05-05")), "password");
        var wrong = router.msChap(code, "wrong", device("02-00-00-00-05-05"));
        assertTrue(wrong.rejected());
        assertNull(wrong.get("Class"));
        assertNull(wrong.get("Mikrotik-Rate-Limit"));
        assertEquals("unused", Api.usage(code).getString("status"), "a wrong password is no first use");
        refused(router.pap("%{exec:/bin/true}", "50%off", device("02-00-00-00-05-05")), "don't know this code");
    }

    @Test
    void sessionIsCountedToTheByteAndThenRefused() {
        String code = Api.voucher(TestProducts.BIG);
        var device = device("02-00-00-00-05-06");
        var session = new HashMap<>(device);
        session.put("User-Name", code);
        session.put("Acct-Session-Id", "81a00006");
        session.put("Class", router.pap(code, code, device).get("Class"));
        account(session, "Start", Map.of());
        account(session, "Interim-Update", counters(300, 1000, 3L << 30));
        account(session, "Interim-Update", counters(600, 2000, (4L << 30) + 123));
        account(session, "Interim-Update", counters(300, 1000, 3L << 30));
        account(session, "Interim-Update", counters(600, 2000, (4L << 30) + 123));
        var usage = Api.usage(code);
        assertEquals((4L << 30) + 2123, usage.getLong("data_used"));
        assertEquals("10.5.50.9", usage.getString("sessions[0].ip_address"));
        account(session, "Stop", counters(700, 3000, 6_000_000_000L - 3000));
        assertEquals(6_000_000_000L, Api.usage(code).getLong("data_used"));
        assertEquals("used_up", Api.usage(code).getString("status"));
        refused(router.pap(code, code, device), "used up");
    }

    @Test
    void devicesAtOnceNeverGetMoreThanTheyMay() {
        String code = Api.voucher(TestProducts.BIG);
        var replies =
                Parallel.run(24, 24, number -> router.pap(code, code, device("02-00-00-00-06-%02d".formatted(number))));
        assertEquals(3, replies.stream().filter(RadReply::accepted).count());
        assertEquals(21, replies.stream().filter(RadReply::rejected).count());
    }

    @Test
    void silentWhenTheServiceCantAnswerAndBackWithIt() {
        String code = Api.voucher(TestProducts.DAY);
        for (String url : new String[] {"http://127.0.0.1:1", "http://127.0.0.1:" + RestAssured.port + "/elsewhere"}) {
            try (var astray = FreeRadius.start(url, VouchersTestResource.API_TOKEN)) {
                assertEquals(
                        "",
                        astray.client()
                                .waiting(2)
                                .pap(code, code, device("02-00-00-00-05-07"))
                                .code());
                assertEquals(
                        "",
                        astray.client()
                                .waiting(2)
                                .accounting(Map.of("Acct-Status-Type", new RadClient.Word("Start")))
                                .code());
            }
        }
        try (var stranger = FreeRadius.start("http://127.0.0.1:" + RestAssured.port, "wrong-token")) {
            assertEquals(
                    "",
                    stranger.client()
                            .waiting(2)
                            .pap(code, code, device("02-00-00-00-05-07"))
                            .code());
        }
    }

    @Test
    void routerThatStartsAnewIsHeard() {
        String code = Api.voucher(TestProducts.BIG);
        var device = device("02-00-00-00-05-08");
        var session = new HashMap<>(device);
        session.put("User-Name", code);
        session.put("Acct-Session-Id", "81a00008");
        account(session, "Start", Map.of());
        assertEquals(1, Api.usage(code).getInt("sessions_online"));
        assertTrue(router.accounting(Map.of(
                        "Acct-Status-Type", new RadClient.Word("Accounting-On"), "NAS-Identifier", "freeradius-test"))
                .acknowledged());
        assertEquals(0, Api.usage(code).getInt("sessions_online"));
    }

    @Test
    void codesAreInNoLog() {
        String code = Api.voucher(TestProducts.DAY);
        accepted(router.pap(code, code, device("02-00-00-00-05-09")));
        refused(router.pap(code, "wrong", device("02-00-00-00-05-10")), "password");
        router.msChap(code, "wrong", device("02-00-00-00-05-09"));
        assertFalse(server.log().contains(code));
    }

    private void account(Map<String, Object> session, String type, Map<String, Object> more) {
        var attributes = new HashMap<>(session);
        attributes.put("Acct-Status-Type", new RadClient.Word(type));
        attributes.put("Framed-IP-Address", new RadClient.Word("10.5.50.9"));
        attributes.putAll(more);
        assertTrue(router.accounting(attributes).acknowledged());
    }

    private static Map<String, Object> counters(long seconds, long up, long down) {
        return Device.counters(seconds, up, down);
    }

    private static Map<String, Object> device(String mac) {
        return Map.of("Calling-Station-Id", mac, "NAS-Identifier", "freeradius-test");
    }

    private static void accepted(RadReply reply) {
        assertTrue(reply.accepted(), () -> "accepted: " + reply);
    }

    private static void refused(RadReply reply, String words) {
        assertTrue(reply.rejected(), () -> "rejected: " + reply);
        assertTrue(reply.get("Reply-Message").contains(words), () -> "says why: " + reply);
        assertNull(reply.get("Class"));
    }
}
