package com.skytill.vouchers.month;

import com.skytill.testing.nas.FreeRadius;
import com.skytill.testing.nas.RadClient;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.VouchersTestResource;
import com.skytill.vouchers.account.TestAccounts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import static com.skytill.vouchers.month.Script.GB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A month of a small WISP and two days of the next, through a real FreeRADIUS: every login, speed, disconnect and byte is what the
 * plain model beside it says.
 */
@QuarkusTest
class MonthTest {

    private static final long SEED = 20_261_124;

    private static final Set<String> HAPPENS = Set.of(
            "refused: used up",
            "refused: suspended",
            "refused: no data",
            "ended: cap_reached",
            "ended: customer_suspended",
            "ended: used_up",
            "ended: no_data",
            "told: 8192/2048",
            "told: 16384/4096",
            "told: 1024/256",
            "told: 512/128",
            "told: 4096/1024",
            "told: 2048/512");

    @Inject
    TestAccounts accounts;

    @Inject
    MovableClock clock;

    private final Random random = new Random(SEED);
    private final List<Subscriber> subscribers = new ArrayList<>();
    /** What has happened: a script in which nothing does would prove nothing. */
    private final Set<String> seen = new TreeSet<>();

    private FreeRadius server;
    private RadClient router;
    private Instant now;

    @BeforeEach
    void start() {
        server = FreeRadius.start("http://127.0.0.1:" + RestAssured.port, VouchersTestResource.API_TOKEN);
        router = server.client();
        var nextMonth = Script.month(clock.instant()).plusMonths(1);
        moveTo(nextMonth.atDay(1).atTime(6, 1).atZone(Script.ZONE).toInstant());
    }

    @AfterEach
    void stop() {
        server.close();
        clock.reset();
    }

    @Test
    void everythingIsWhatThePlainModelSays() {
        var begin = now;
        var hard = capped(10 * GB, "8192/2048", null, Map.of());
        var soft = capped(8 * GB, "8192/2048", "1024/256", Map.of());
        var forgiving =
                capped(6 * GB, "8192/2048", "512/128", Map.of("add_overusage_on_topup", true, "rollover_months", 1));
        var sparing = capped(60 * GB, "8192/2048", null, Map.of("rollover_months", 1));
        fairUse();
        voucher();
        var prepaid = prepaid();
        var end = begin.plus(Duration.ofDays(33));
        int step = 0;
        while (now.isBefore(end)) {
            moveTo(Script.after(now, random));
            for (var subscriber : subscribers) {
                subscriber.line.passed(now);
            }
            switch (++step) {
                case 20 -> topUp(hard, 5 * GB);
                case 24 -> topUp(soft, 4 * GB);
                case 26, 36 -> topUp(forgiving, 3 * GB);
                case 28 -> suspend(sparing, true);
                case 31 -> suspend(sparing, false);
                case 30 -> allocate(prepaid, 2 * GB, Duration.ofDays(20), "4096/1024");
                default -> {
                    // Nothing but use.
                }
            }
            for (var subscriber : subscribers) {
                act(subscriber);
            }
        }
        assertTrue(Script.month(now).isAfter(Script.month(begin)));
        assertTrue(seen.containsAll(HAPPENS), seen::toString);
        for (var subscriber : subscribers) {
            assertBooks(subscriber, Script.month(begin));
        }
    }

    private void act(Subscriber subscriber) {
        if (!subscriber.online()) {
            login(subscriber);
            return;
        }
        subscriber.report(now, random.nextLong(GB), random);
        String end = subscriber.line.end(now);
        assertEquals(end, disconnecting(subscriber), () -> about(subscriber));
        if (end != null) {
            seen.add("ended: " + end);
            subscriber.stop();
            return;
        }
        assertEquals(subscriber.line.speed(now), told(subscriber), () -> about(subscriber));
        seen.add("told: " + told(subscriber));
        if (random.nextInt(5) == 0) {
            subscriber.stop();
        }
    }

    private void login(Subscriber subscriber) {
        var door = subscriber.line.door(now);
        var reply = subscriber.login(now);
        if (door.refusal() != null) {
            seen.add("refused: " + door.refusal());
            assertTrue(reply.rejected(), () -> about(subscriber));
            assertTrue(reply.get("Reply-Message").contains(door.refusal()), () -> about(subscriber) + reply);
            return;
        }
        assertTrue(reply.accepted(), () -> about(subscriber) + reply);
        assertEquals(door.speed(), downUp(reply.get("Mikrotik-Rate-Limit")), () -> about(subscriber));
        assertEquals(
                door.dataLeft(),
                reply.get("Mikrotik-Total-Limit") == null
                        ? null
                        : (Long) ((Long.parseLong(reply.get("Mikrotik-Total-Limit-Gigawords")) << 32)
                                + Long.parseLong(reply.get("Mikrotik-Total-Limit"))),
                () -> about(subscriber));
        assertEquals(door.speed(), told(subscriber), () -> about(subscriber));
    }

    /** What the database has written down is what was used, by month, by hour and by session. */
    private void assertBooks(Subscriber subscriber, YearMonth first) {
        var id = Tuple.of(subscriber.identity);
        var line = subscriber.line;
        String hours = "select coalesce(sum(bytes_up + bytes_down), 0)::bigint from usage_hours where identity_id = $1";
        assertEquals(line.totalBytes, accounts.number(hours, id), () -> about(subscriber));
        String sessions =
                "select coalesce(sum(bytes_in + bytes_out), 0)::bigint from radius_sessions where identity_id = $1";
        assertEquals(line.totalBytes, accounts.number(sessions, id), () -> about(subscriber));
        String seconds = "select coalesce(sum(seconds), 0)::bigint from radius_sessions where identity_id = $1";
        assertEquals(line.totalSeconds, accounts.number(seconds, id), () -> about(subscriber));
        String month = """
                select coalesce((select used_bytes from usage_months where identity_id = $1 and month = $2),
                    (select case when usage_month = $2 then month_bytes end from identities where identity_id = $1), 0)
                """;
        for (var each = first; !each.isAfter(first.plusMonths(1)); each = each.plusMonths(1)) {
            LocalDate day = each.atDay(1);
            long expected = line.monthBytes.getOrDefault(each, 0L);
            assertEquals(
                    expected,
                    accounts.number(month, Tuple.of(subscriber.identity, day)),
                    () -> about(subscriber) + " in " + day);
        }
        if (line instanceof QuotaLine quotas && quotas.quotas.size() > 1) {
            String allocations = """
                    select coalesce(sum(case when i.allocation_id = a.allocation_id then i.used_bytes else a.used_bytes end), 0)
                        ::bigint from prepaid_allocations a join identities i on i.identity_id = a.account_id
                    where a.account_id = $1
                    """;
            assertEquals(quotas.quotas.stream().mapToLong(quota -> quota.used).sum(), accounts.number(allocations, id));
        }
    }

    private Subscriber capped(long cap, String full, String capped, Map<String, Object> more) {
        var terms = new java.util.HashMap<String, Object>(more);
        terms.put("data_cap", cap);
        if (capped != null) {
            terms.put("capped_download_kbps", Integer.valueOf(capped.split("/", 2)[0]));
            terms.put("capped_upload_kbps", Integer.valueOf(capped.split("/", 2)[1]));
        }
        var line = new CappedLine(
                cap,
                full,
                capped,
                more.containsKey("add_overusage_on_topup"),
                more.containsKey("rollover_months"),
                now);
        return subscribe(accounts.account(terms), line);
    }

    private void fairUse() {
        long limit = accounts.number("""
                insert into fup_speed_limit_policies (policy_id, window_seconds, definition) values (990001, 86400, $1::jsonb)
                returning policy_id
                """, Tuple.of(new io.vertx.core.json.JsonObject("""
                {"fup_speed_limit_policy_id": 990001, "name": "Day", "window": "PT24H", "tiers": [
                  {"threshold_bytes": 2000000000, "threshold_percent": null, "download_kbps": 2048, "download_percent": null,
                   "upload_kbps": 512, "upload_percent": null},
                  {"threshold_bytes": 6000000000, "threshold_percent": null, "download_kbps": 1024, "download_percent": null,
                   "upload_kbps": 256, "upload_percent": null}]}
                """)));
        long boost = accounts.number("""
                insert into fup_speed_boost_policies (policy_id, definition) values (990002, $1::jsonb) returning policy_id
                """, Tuple.of(new io.vertx.core.json.JsonObject("""
                {"fup_speed_boost_policy_id": 990002, "name": "Night", "schedule": [
                  {"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "public_holidays": false, "start": "22:00",
                   "stop": "06:00", "crosses_midnight": true}],
                 "public_holidays": [], "download_boost_kbps": null, "download_boost_percent": 100,
                 "upload_boost_kbps": null, "upload_boost_percent": 100,
                 "applies_while_limited": false, "applies_when_capped": false}
                """)));
        subscribe(
                accounts.account(Map.of("fup_speed_limit_policy_id", limit, "fup_speed_boost_policy_id", boost)),
                new FairUseLine());
    }

    private void voucher() {
        String code = Api.voucher(TestProducts.BIG);
        var line = new QuotaLine(true);
        line.add(new QuotaLine.Quota(6 * GB, null, "2048/512", Instant.MAX), now);
        long identity = Api.call("get_hotspot_voucher_usage", Map.of("voucher_code", code))
                .extract()
                .jsonPath()
                .getLong("voucher_id");
        subscribers.add(new Subscriber(identity, line, code, code, router));
    }

    private Subscriber prepaid() {
        var subscriber = subscribe(accounts.prepaid(), new QuotaLine(false));
        allocate(subscriber, 3 * GB, Duration.ofDays(5), "2048/512");
        allocate(subscriber, 4 * GB, Duration.ofDays(30), "4096/1024");
        return subscriber;
    }

    /** Of two without an expiry, the older is used first. */
    private void allocate(Subscriber subscriber, long bytes, Duration lifetime, String speed) {
        ((QuotaLine) subscriber.line).add(new QuotaLine.Quota(bytes, lifetime, speed, null), now);
        var sides = speed.split("/", 2);
        var terms = Map.of(
                "data_quota", bytes,
                "validity_seconds", lifetime.toSeconds(),
                "validity_starts", "FIRST_USE",
                "download_kbps", Integer.valueOf(sides[0]),
                "upload_kbps", Integer.valueOf(sides[1]));
        var ignored = accounts.allocate(new TestAccounts.Account(subscriber.identity, "", 0, 1), terms);
        accounts.run(
                "select prepaid_next(prepaid_put_back(i), $2) from identities i where identity_id = $1",
                Tuple.of(subscriber.identity, at(now)));
    }

    private Subscriber subscribe(TestAccounts.Account account, Line line) {
        var subscriber = new Subscriber(account.id(), line, account.username(), TestAccounts.PASSWORD, router);
        subscribers.add(subscriber);
        return subscriber;
    }

    private void topUp(Subscriber subscriber, long bytes) {
        ((CappedLine) subscriber.line).topUp(bytes, now);
        Api.call(
                        "add_topup",
                        Map.of(
                                "account_id",
                                subscriber.identity,
                                "size",
                                bytes,
                                "name",
                                "More",
                                "price",
                                "10.00",
                                "status",
                                "completed"))
                .statusCode(201);
    }

    private void suspend(Subscriber subscriber, boolean isSuspended) {
        ((CappedLine) subscriber.line).suspend(isSuspended);
        accounts.run("""
                update customers set status = $2
                where customer_id = (select customer_id from data_accounts where account_id = $1)
                """, Tuple.of(subscriber.identity, isSuspended ? "SUSPENDED" : "ACTIVE"));
    }

    /** Time goes on to then; what is due by time is done within a second. */
    private void moveTo(Instant instant) {
        clock.move(Duration.between(clock.instant(), instant));
        now = instant;
        accounts.run("select expire_due($1, 1000)", Tuple.of(at(instant)));
    }

    private String disconnecting(Subscriber subscriber) {
        return accounts.text("""
                select max(reason) from nas_outbox o join radius_sessions s using (identity_id, session_id, month)
                where o.identity_id = $1 and o.kind = 'DISCONNECT' and s.ended_at is null
                """, Tuple.of(subscriber.identity));
    }

    private String told(Subscriber subscriber) {
        return accounts.text("""
                select download_kbps || '/' || upload_kbps from radius_sessions
                where identity_id = $1 order by session_id desc limit 1
                """, Tuple.of(subscriber.identity));
    }

    private static String downUp(String rateLimit) {
        var sides = rateLimit.replace("k", "").split("/", 2);
        return sides[1] + "/" + sides[0];
    }

    private String about(Subscriber subscriber) {
        return subscriber.line.getClass().getSimpleName() + " " + subscribers.indexOf(subscriber) + " at "
                + now.atZone(Script.ZONE) + ": ";
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
