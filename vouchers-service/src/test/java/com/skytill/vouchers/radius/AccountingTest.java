package com.skytill.vouchers.radius;

import com.skytill.vouchers.Api;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.TestProducts;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

@QuarkusTest
class AccountingTest {

    private static final long GIB = 1L << 30;

    @Inject
    MovableClock clock;

    @AfterEach
    void putRight() {
        clock.reset();
    }

    @Test
    void countsToTheBytePastFourGib() {
        String code = Api.voucher(TestProducts.BIG);
        var device = Device.of(code, "02-00-00-00-03-01").loggedIn();
        device.start();
        device.interim(300, 1_234_567, 3 * GIB + 1);
        device.interim(600, 2_345_678, 5 * GIB + 7);
        assertEquals(2_345_678 + 5 * GIB + 7, used(code));
        device.stop(700, 2_345_679, 5 * GIB + 8);
        var usage = Api.usage(code);
        assertEquals(2_345_679 + 5 * GIB + 8, usage.getLong("data_used"));
        assertEquals(6_000_000_000L - 2_345_679 - 5 * GIB - 8, usage.getLong("data_left"));
        assertEquals("PT11M40S", usage.getString("time_used"));
        assertEquals(1, usage.getInt("devices"));
        assertEquals(0, usage.getInt("sessions_online"));
        assertEquals("User-Request", usage.getString("sessions[0].terminate_cause"));
        assertEquals(5 * GIB + 8, usage.getLong("sessions[0].data_down"));
    }

    @Test
    void repeatedPacketsCountOnce() {
        String code = Api.voucher(TestProducts.BIG);
        var device = Device.of(code, "02-00-00-00-03-02").loggedIn();
        for (int i = 0; i < 3; i++) {
            device.start();
            device.interim(300, 100, 1000);
            device.account("Interim-Update", with(Device.counters(300, 100, 1000), "Acct-Delay-Time", 5 * i))
                    .then()
                    .statusCode(204);
        }
        assertEquals(1100, used(code));
        device.stop(400, 200, 2000);
        device.stop(400, 200, 2000);
        assertEquals(2200, used(code));
        assertEquals(1, Api.usage(code).getList("sessions").size());
    }

    @Test
    void packetsOfOneSessionAtOnceCountOnce() {
        String code = Api.voucher(TestProducts.BIG);
        var device = Device.of(code, "02-00-00-00-03-20").loggedIn();
        device.start();
        var statuses = Parallel.run(
                40,
                20,
                number -> device.account("Interim-Update", Device.counters(300L * (number % 4), 100L * (number % 4), 0))
                        .statusCode());
        assertEquals(Set.of(204), Set.copyOf(statuses));
        assertEquals(300, used(code));
    }

    @Test
    void orderDoesNotMatter() {
        String code = Api.voucher(TestProducts.BIG);
        var device = Device.of(code, "02-00-00-00-03-03").loggedIn();
        device.stop(900, 300, 3000);
        device.interim(300, 100, 1000);
        device.start();
        device.interim(600, 200, 2000);
        var usage = Api.usage(code);
        assertEquals(3300, usage.getLong("data_used"));
        assertEquals("PT15M", usage.getString("time_used"));
        assertEquals(1, usage.getList("sessions").size());
        assertEquals(0, usage.getInt("sessions_online"));
    }

    @Test
    void interimAfterAStopGrowsTheCountersButOpensNothing() {
        String code = Api.voucher(TestProducts.BIG);
        var device = Device.of(code, "02-00-00-00-03-04").loggedIn();
        device.start();
        device.stop(100, 10, 100);
        device.interim(120, 20, 200);
        assertEquals(220, used(code));
        assertEquals(0, Api.usage(code).getInt("sessions_online"));
    }

    @Test
    void counterThatWrapsWithoutGigawordsIsSeen() {
        String code = Api.voucher(TestProducts.BIG);
        var device = Device.of(code, "02-00-00-00-03-05").loggedIn();
        device.start();
        narrow(device, 300, 3 * GIB);
        narrow(device, 600, GIB);
        assertEquals(5 * GIB, used(code));
        narrow(device, 300, 3 * GIB);
        narrow(device, 600, GIB);
        assertEquals(5 * GIB, used(code), "an old packet is no wrap");
        narrow(device, 900, GIB + 5);
        assertEquals(5 * GIB + 5, used(code));
    }

    @Test
    void oldPacketWithoutGigawordsDoesNotAddToAWideCounter() {
        String code = Api.voucher(TestProducts.BIG);
        var device = Device.of(code, "02-00-00-00-03-06").loggedIn();
        device.start();
        device.interim(600, 0, 4 * GIB + 5);
        narrow(device, 300, 3 * GIB);
        assertEquals(4 * GIB + 5, used(code));
    }

    @Test
    void sessionIsFoundWithoutClassToo() {
        String code = Api.voucher(TestProducts.BIG);
        Device.of(code, "02-00-00-00-03-07").loggedIn();
        var silent = Device.of(code, "02-00-00-00-03-07");
        silent.start();
        silent.interim(300, 1, 2);
        silent.stop(301, 2, 3);
        var usage = Api.usage(code);
        assertEquals(5, usage.getLong("data_used"));
        assertEquals(1, usage.getList("sessions").size());
    }

    @Test
    void lateStartJoinsTheClaimOfItsOwnClass() {
        String code = Api.voucher(TestProducts.DAY);
        var first = Device.of(code, "02-00-00-00-03-08").loggedIn();
        Device.of(code, "02-00-00-00-03-08").loggedIn();
        first.start();
        first.interim(300, 1, 2);
        var usage = Api.usage(code);
        assertEquals(1, usage.getInt("sessions_online"));
        assertEquals(3, usage.getLong("data_used"));
    }

    @Test
    void sessionIdUsedAgainIsAnotherSession() {
        String code = Api.voucher(TestProducts.BIG);
        var before = Device.of(code, "02-00-00-00-03-09").loggedIn();
        before.start();
        before.stop(300, 100, 1000);
        clock.move(Duration.ofMinutes(10));
        var again = Device.of(code, "02-00-00-00-03-09").loggedIn();
        again.start();
        again.interim(60, 7, 70);
        assertEquals(1177, used(code));
        var withoutClass = Device.of(code, "02-00-00-00-03-10");
        withoutClass.start();
        withoutClass.interim(300, 0, 500);
        clock.move(Duration.ofMinutes(20));
        withoutClass.interim(60, 0, 40);
        withoutClass.interim(90, 0, 60);
        assertEquals(1177 + 500 + 60, used(code));
        assertEquals(4, Api.usage(code).getList("sessions").size());
    }

    @Test
    void onlineTimeIsCountedAndEndsTheVoucher() {
        String code = Api.voucher(TestProducts.HOUR);
        var device = Device.of(code, "02-00-00-00-03-11").loggedIn();
        device.start();
        device.interim(3599, 0, 0);
        assertEquals("PT1S", Api.usage(code).getString("time_left"));
        device.stop(3600, 0, 0);
        assertEquals("used_up", Api.usage(code).getString("status"));
        assertEquals("PT0S", Api.usage(code).getString("time_left"));
    }

    @Test
    void routerThatStartsAnewEndsItsSessionsOnly() {
        String code = Api.voucher(TestProducts.BIG);
        var gone = Device.of(code, "02-00-00-00-03-12").at("rebooting").loggedIn();
        var other = Device.of(code, "02-00-00-00-03-13").at("steady").loggedIn();
        gone.start();
        other.start();
        Device.send("accounting", Map.of("Acct-Status-Type", "Accounting-On", "NAS-Identifier", "rebooting"))
                .then()
                .statusCode(204);
        var usage = Api.usage(code);
        assertEquals(1, usage.getInt("sessions_online"));
        assertEquals("steady", usage.getString("sessions.find { it.ended_at == null }.nas_identifier"));
        gone.interim(300, 5, 5);
        assertEquals(2, Api.usage(code).getInt("sessions_online"), "it shows life: the router kept it");
        Device.send(
                        "accounting",
                        Map.of(
                                "Acct-Status-Type",
                                "Accounting-Off",
                                "NAS-Identifier",
                                "rebooting",
                                "Acct-Delay-Time",
                                3600))
                .then()
                .statusCode(204);
        assertEquals(2, Api.usage(code).getInt("sessions_online"), "what began after the event is not over");
    }

    @Test
    void whatCanNeverBeStoredIsAcknowledged() {
        Device.of("NOBODY", "02-00-00-00-03-14").start();
        Device.send("accounting", Map.of("Acct-Status-Type", "Tunnel-Start"))
                .then()
                .statusCode(204);
        Device.send("accounting", Map.of()).then().statusCode(204);
        String code = Api.voucher(TestProducts.BIG);
        var device = Device.of(code, "02-00-00-00-03-15").loggedIn();
        device.account(
                        "Interim-Update",
                        Map.of(
                                "Acct-Session-Time",
                                "nonsense",
                                "Acct-Input-Octets",
                                "99999999999",
                                "Acct-Output-Gigawords",
                                4294967295L,
                                "Acct-Output-Octets",
                                5,
                                "Framed-IP-Address",
                                "not an address",
                                "Class",
                                "0x00"))
                .then()
                .statusCode(204);
        assertEquals(0, used(code));
        assertNull(Api.usage(code).getString("sessions[0].ip_address"));
    }

    private static void narrow(Device device, long seconds, long down) {
        device.account("Interim-Update", Map.of("Acct-Session-Time", seconds, "Acct-Output-Octets", down))
                .then()
                .statusCode(204);
    }

    private static Map<String, Object> with(Map<String, Object> counters, String name, Object value) {
        var more = new HashMap<>(counters);
        more.put(name, value);
        return more;
    }

    private static long used(String code) {
        return Api.usage(code).getLong("data_used");
    }
}
