package com.skytill.vouchers.radius;

import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.account.TestAccounts;
import com.skytill.vouchers.account.TestAccounts.Account;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Data accounts and prepaid accounts at the door: their passwords, caps, months and customers. */
@QuarkusTest
class AccountLoginTest {

    private static final long GB = 1_000_000_000L;

    @Inject
    TestAccounts accounts;

    @Inject
    MovableClock clock;

    @AfterEach
    void putRight() {
        clock.reset();
    }

    @Test
    void acceptedLoginCarriesTheProductsTerms() {
        var account = accounts.account(Map.of("data_cap", 50 * GB));
        accounts.run(
                "update data_accounts set static_ip = '10.9.8.' || (account_id % 250 + 1) where account_id = $1",
                Tuple.of(account.id()));
        var reply = accepted(login(account, "02-10-00-00-00-01"));
        assertEquals(TestAccounts.PASSWORD, value(reply, "control:Cleartext-Password"));
        assertEquals("2048k/8192k", value(reply, "reply:Mikrotik-Rate-Limit"));
        assertEquals(String.valueOf((50 * GB) >>> 32), value(reply, "reply:Mikrotik-Total-Limit-Gigawords"));
        assertEquals("10.9.8." + (account.id() % 250 + 1), value(reply, "reply:Framed-IP-Address"));
        assertNull(value(reply, "reply:Session-Timeout"));
    }

    @Test
    void userNameIsFoundInWhateverCaseAndAWrongPasswordIsRefused() {
        var account = accounts.account(Map.of());
        var shouting = Device.of(account.username().toUpperCase(Locale.ROOT), "02-10-00-00-01-01");
        accepted(shouting.login(Map.of("User-Password", TestAccounts.PASSWORD)));
        for (String wrong : new String[] {"", "corr3ct horse", account.username(), TestAccounts.PASSWORD + " "}) {
            rejected(shouting.login(Map.of("User-Password", wrong)), "password");
        }
        rejected(shouting.login(Map.of()), "password");
    }

    @Test
    void wrongPasswordDoesNotEndTheSessionOfTheSameDevice() {
        var account = accounts.account(Map.of());
        var device = Device.of(account.username(), "02-10-00-00-02-01");
        accepted(device.login(Map.of("User-Password", TestAccounts.PASSWORD)));
        device.start();
        rejected(device.login(Map.of("User-Password", "guess")), "password");
        assertEquals(1, open(account));
    }

    @Test
    void passwordSealedWithAKeyOfBeforeStillFits() {
        var account = accounts.account(Map.of());
        accounts.run("update data_accounts set password_mac = 'old' where account_id = $1", Tuple.of(account.id()));
        accepted(login(account, "02-10-00-00-03-01"));
    }

    @Test
    void hardCapEndsAccessForTheMonthAndTheNextMonthOpens() {
        var account = accounts.account(Map.of("data_cap", GB));
        var device = device(account, "02-10-00-00-04-01");
        device.start();
        device.interim(300, GB / 2, GB / 2 - 1);
        assertEquals(0, disconnecting(account, "cap_reached"));
        assertEquals("1", value(accepted(login(account, "02-10-00-00-04-01")), "reply:Mikrotik-Total-Limit"));
        device.interim(600, GB / 2, GB / 2);
        assertEquals(1, disconnecting(account, "cap_reached"));
        rejected(login(account, "02-10-00-00-04-01"), "used up");
        clock.move(untilNextMonth());
        accepted(login(account, "02-10-00-00-04-01"));
        assertEquals(
                GB,
                accounts.number("select used_bytes from usage_months where identity_id = $1", Tuple.of(account.id())));
    }

    @Test
    void softCapSlowsDownAtTheUpdateAndAtTheNextLogin() {
        var account = accounts.account(Map.of("data_cap", GB, "capped_download_kbps", 512, "capped_upload_kbps", 128));
        var device = device(account, "02-10-00-00-05-01");
        device.start();
        device.interim(300, GB / 2, GB / 2);
        assertEquals("128/512", waitingSpeed(account));
        device.stop(400, GB / 2, GB);
        var reply = accepted(login(account, "02-10-00-00-05-01"));
        assertEquals("128k/512k", value(reply, "reply:Mikrotik-Rate-Limit"));
        assertNull(value(reply, "reply:Mikrotik-Total-Limit"), "past a soft cap nothing ends");
        var again = new Device(account.username(), "02-10-00-00-05-01", "nas-x", "s-x", value(reply, "reply:Class"));
        again.start();
        assertNull(waitingSpeed(account), "the router knows already");
        clock.move(untilNextMonth());
        again.interim(86_400, 10, 10);
        assertEquals("2048/8192", waitingSpeed(account));
    }

    @Test
    void changedProductReachesARunningSession() {
        var account = accounts.account(Map.of());
        var device = device(account, "02-10-00-00-06-01");
        device.start();
        accounts.change(account.productId(), Map.of("download_kbps", 16_384, "upload_kbps", 4_096));
        device.interim(300, 1, 1);
        assertEquals("4096/16384", waitingSpeed(account));
    }

    @Test
    void sessionThatResumesIsToldItsSpeedAgain() {
        var account = accounts.account(Map.of());
        var device = device(account, "02-10-00-00-12-01");
        device.start();
        accounts.run(
                "update radius_sessions set ended_at = heard_at, end_kind = 'STALE' where identity_id = $1",
                Tuple.of(account.id()));
        assertNull(waitingSpeed(account));
        device.interim(300, 1, 1);
        assertEquals("2048/8192", waitingSpeed(account), "a change that waited when it ended may never have arrived");
    }

    @Test
    void packetsAtOnceLeaveTheSpeedOfAllTheirUse() {
        for (int round = 0; round < 10; round++) {
            var account =
                    accounts.account(Map.of("data_cap", GB, "capped_download_kbps", 512, "capped_upload_kbps", 128));
            var device = device(account, "02-10-00-01-00-%02d".formatted(round));
            device.start();
            var ignored = Parallel.run(8, 8, packet -> {
                device.interim(300 + packet, 0, GB - 4 + packet);
                return packet;
            });
            assertEquals("128/512", waitingSpeed(account), "round " + round);
        }
    }

    @Test
    void suspendedCustomersStayOutAndAreDisconnected() {
        var account = accounts.account(Map.of());
        var device = device(account, "02-10-00-00-07-01");
        device.start();
        customer(account, "SUSPENDED");
        rejected(login(account, "02-10-00-00-07-01"), "suspended");
        device.interim(300, 5, 5);
        assertEquals(1, disconnecting(account, "customer_suspended"));
        customer(account, "ACTIVE");
        accepted(login(account, "02-10-00-00-07-01"));
        accounts.run("update identities set status = 'CANCELLED' where identity_id = $1", Tuple.of(account.id()));
        rejected(login(account, "02-10-00-00-07-01"), "cancelled");
    }

    @Test
    void sessionAcrossTheMonthsEndIsSplitAtItsUpdates() {
        var account = accounts.account(Map.of("data_cap", 5 * GB));
        var device = device(account, "02-10-00-00-08-01");
        device.start();
        device.interim(300, 100, GB);
        clock.move(untilNextMonth());
        device.interim(90_000, 150, 2 * GB);
        device.account("Interim-Update", withDelay(Device.counters(90_001, 160, 2 * GB), Duration.ofHours(2)))
                .then()
                .statusCode(204);
        var id = Tuple.of(account.id());
        assertEquals(GB + 50, accounts.number("select month_bytes from identities where identity_id = $1", id));
        assertEquals(GB + 110, accounts.number("select used_bytes from usage_months where identity_id = $1", id));
        assertEquals(
                2 * GB + 160,
                accounts.number(
                        "select sum(bytes_up + bytes_down)::bigint from usage_hours where identity_id = $1", id));
    }

    @Test
    void rollingWindowCountsWholeFiveMinutes() {
        var account = accounts.account(Map.of());
        var id = account.id();
        var noon = Instant.parse("2026-03-10T12:00:00Z");
        for (var minutes : new int[] {3, 57, 61, 118}) {
            var at = noon.minus(Duration.ofMinutes(minutes)).atOffset(java.time.ZoneOffset.UTC);
            accounts.run(
                    "select usage_hour_add($1, $2, $3, 0, $4, 0, true)",
                    Tuple.of(id, at.truncatedTo(ChronoUnit.HOURS), at, 1L << (minutes / 30)));
        }
        var now = noon.plusSeconds(1).atOffset(java.time.ZoneOffset.UTC);
        // 12:00 is in the window of an hour with all after 11:05: 11:57 only; 11:03 is the five minutes before.
        assertEquals(1, accounts.number("select usage_window($1, 3600, $2)", Tuple.of(id, now)));
        assertEquals(1 + 2, accounts.number("select usage_window($1, 3900, $2)", Tuple.of(id, now)));
        assertEquals(1 + 2 + 4 + 8, accounts.number("select usage_window($1, 86400, $2)", Tuple.of(id, now)));
    }

    @Test
    void prepaidDataRunOneAfterAnotherTheFirstToExpireFirst() {
        var account = accounts.prepaid();
        rejected(login(account, "02-10-00-00-09-01"), "no data");
        var inAWeek = clock.instant().plus(Duration.ofDays(7)).toString();
        var later = accounts.allocate(
                account, Map.of("data_quota", 1000, "validity_seconds", 86_400, "validity_starts", "FIRST_USE"));
        var sooner = accounts.allocate(
                account,
                Map.of("data_quota", 600, "download_kbps", 1024, "validity_starts", "ISSUE", "expires_at", inAWeek));
        var reply = accepted(login(account, "02-10-00-00-09-01"));
        assertEquals("1600", value(reply, "reply:Mikrotik-Total-Limit"), "both together");
        assertEquals("1024k/1024k", value(reply, "reply:Mikrotik-Rate-Limit"), "the first one's speed");
        var device = new Device(account.username(), "02-10-00-00-09-01", "nas-p", "s-p", value(reply, "reply:Class"));
        device.start();
        device.interim(300, 0, 700);
        assertEquals("1024/4096", waitingSpeed(account), "the second one's speed");
        assertEquals("USED_UP 600", allocation(sooner));
        assertEquals(
                100,
                accounts.number("select used_bytes from identities where identity_id = $1", Tuple.of(account.id())));
        device.interim(600, 0, 1650);
        assertEquals("USED_UP 1050", allocation(later), "the last takes what is too much");
        assertEquals(1, disconnecting(account, "no_data"));
        rejected(login(account, "02-10-00-00-09-01"), "no data");
    }

    @Test
    void prepaidDataExpireAndTheSessionGoesOnWithTheNext() {
        var account = accounts.prepaid();
        var first = accounts.allocate(
                account, Map.of("data_quota", 1000, "validity_seconds", 3600, "validity_starts", "FIRST_USE"));
        var device = device(account, "02-10-00-00-10-01");
        device.start();
        var second = accounts.allocate(
                account, Map.of("data_quota", 500, "validity_seconds", 3600, "validity_starts", "FIRST_USE"));
        clock.move(Duration.ofHours(1));
        expireDue();
        assertEquals("EXPIRED 0", allocation(first));
        assertEquals(0, disconnecting(account, "no_data"));
        device.interim(3700, 0, 20);
        clock.move(Duration.ofMinutes(59));
        expireDue();
        assertEquals(0, disconnecting(account, "no_data"), "its lifetime began with its own first use");
        clock.move(Duration.ofMinutes(2));
        expireDue();
        assertEquals(1, disconnecting(account, "no_data"));
        assertEquals("EXPIRED 20", allocation(second));
    }

    @Test
    void prepaidDataThatOnlyGoSlowWaitBehindOthers() {
        var account = accounts.prepaid();
        var slow = accounts.allocate(
                account,
                Map.of(
                        "data_quota",
                        1000,
                        "capped_download_kbps",
                        64,
                        "capped_upload_kbps",
                        64,
                        "expires_at",
                        clock.instant().plus(Duration.ofDays(1)).toString()));
        var device = device(account, "02-10-00-00-11-01");
        device.start();
        device.interim(300, 0, 1500);
        assertEquals("64/64", waitingSpeed(account));
        var fast = accounts.allocate(account, Map.of("data_quota", 100));
        device.interim(600, 0, 1600);
        assertEquals("1024/4096", waitingSpeed(account), "data at full speed come first");
        device.interim(900, 0, 1705);
        assertEquals("64/64", waitingSpeed(account));
        assertEquals("USED_UP 105", allocation(fast));
        assertEquals("ACTIVE 1600", allocation(slow));
        assertEquals(
                1600,
                accounts.number("select used_bytes from identities where identity_id = $1", Tuple.of(account.id())));
        assertEquals(0, disconnecting(account, "no_data"));
    }

    private void expireDue() {
        accounts.number(
                "select expire_due($1, 1000)::bigint", Tuple.of(clock.instant().atOffset(java.time.ZoneOffset.UTC)));
    }

    private Duration untilNextMonth() {
        var zone = ZoneId.of("Africa/Johannesburg");
        var now = clock.instant().atZone(zone);
        var next = now.toLocalDate().withDayOfMonth(1).plusMonths(1).atStartOfDay(zone);
        return Duration.between(now, next).plusMinutes(30);
    }

    private static Map<String, Object> withDelay(Map<String, Object> counters, Duration delay) {
        var more = new java.util.HashMap<>(counters);
        more.put("Acct-Delay-Time", delay.toSeconds());
        return more;
    }

    private void customer(Account account, String status) {
        accounts.run("update customers set status = $2 where customer_id = $1", Tuple.of(account.customerId(), status));
    }

    private String allocation(long id) {
        return accounts.text(
                "select status || ' ' || used_bytes from prepaid_allocations where allocation_id = $1", Tuple.of(id));
    }

    private long open(Account account) {
        return accounts.number(
                "select count(*) from radius_sessions where identity_id = $1 and ended_at is null",
                Tuple.of(account.id()));
    }

    private long disconnecting(Account account, String reason) {
        return accounts.number(
                "select count(*) from nas_outbox where identity_id = $1 and kind = 'DISCONNECT' and reason = $2",
                Tuple.of(account.id(), reason));
    }

    private String waitingSpeed(Account account) {
        return accounts.text(
                "select max(upload_kbps || '/' || download_kbps) from nas_outbox"
                        + " where identity_id = $1 and kind = 'COA' and done_at is null",
                Tuple.of(account.id()));
    }

    private static Response login(Account account, String mac) {
        return Device.of(account.username(), mac).login(Map.of("User-Password", TestAccounts.PASSWORD));
    }

    private static Device device(Account account, String mac) {
        var reply = accepted(login(account, mac));
        return new Device(account.username(), mac, "nas-" + mac, "s-" + mac, value(reply, "reply:Class"));
    }

    private static JsonPath accepted(Response response) {
        return response.then().statusCode(200).extract().jsonPath();
    }

    private static void rejected(Response response, String words) {
        response.then().statusCode(401).body("'reply:Reply-Message'.value[0]", containsString(words));
    }

    private static String value(JsonPath reply, String attribute) {
        return reply.getString("'" + attribute + "'.value[0]");
    }
}
