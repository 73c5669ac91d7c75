package com.skytill.vouchers.monitor;

import com.skytill.testing.token.TestToken;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.radius.Device;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class RadiusSessionsTest {

    private static final String LIST = "get_radius_sessions";

    @Inject
    MovableClock clock;

    @Inject
    Pool pool;

    private String nas;

    @BeforeEach
    void chooseRouter() {
        nas = UUID.randomUUID().toString();
    }

    @AfterEach
    void putRight() {
        clock.reset();
    }

    @Test
    void showsASessionWhole() {
        int hotspot = hotspot(nas);
        int voucher = voucher();
        var device = device(code(voucher), "02-00-00-00-0B-01");
        device.start();
        device.interim(300, 1_000, 5_000_000_000L);
        var running = only(Map.of("nas_identifier", nas));
        assertEquals("voucher", running.getString("kind"));
        assertEquals(voucher, running.getInt("voucher_id"));
        assertNull(running.get("account_id"));
        assertNull(running.get("username"));
        assertEquals("02-00-00-00-0B-01", running.getString("device"));
        assertEquals("10.5.50.7", running.getString("ip_address"));
        assertEquals(nas, running.getString("nas_identifier"));
        assertEquals(hotspot, running.getInt("hotspot_id"));
        assertTrue(running.getBoolean("online"));
        assertFalse(running.getBoolean("disconnecting"));
        assertEquals(1_000, running.getLong("data_up"));
        assertEquals(5_000_000_000L, running.getLong("data_down"));
        assertEquals("PT5M", running.getString("time"));
        assertNull(running.get("ended_at"));
        assertNull(running.get("end_reason"));
        // By the router's seconds it began five minutes before it reported them.
        assertEquals(
                Duration.ofMinutes(5),
                Duration.between(instant(running, "started_at"), instant(running, "last_update")));

        device.stop(310, 1_000, 5_000_000_001L);
        var ended = only(Map.of("nas_identifier", nas));
        assertEquals(running.getLong("session_id"), ended.getLong("session_id"));
        assertFalse(ended.getBoolean("online"));
        assertEquals("stop", ended.getString("end_reason"));
        assertEquals("User-Request", ended.getString("terminate_cause"));
        assertEquals(instant(ended, "last_update"), instant(ended, "ended_at"));
    }

    @Test
    void voucherCodeIsNeverShown() {
        String code = code(voucher());
        device(code, "02-00-00-00-0B-02").start();
        Api.call(LIST, Map.of("nas_identifier", nas))
                .body("items", hasSize(1))
                .body(not(containsString(code)))
                .body(not(containsString(code.replace("-", ""))));
    }

    @Test
    void accountIsShownByItsName() {
        long account = account("Thandi-" + nas + "@WISP.example");
        account(account, "02-00-00-00-0B-03").start();
        var session = only(Map.of("username", "thandi-" + nas.toUpperCase(Locale.ROOT) + "@wisp.EXAMPLE"));
        assertEquals("account", session.getString("kind"));
        assertEquals(account, session.getLong("account_id"));
        assertNull(session.get("voucher_id"));
        assertEquals("Thandi-" + nas + "@WISP.example", session.getString("username"));
        assertEquals(1, ids(Map.of("account_id", account)).size());
        assertEquals(0, ids(Map.of("voucher_id", account)).size());
        assertEquals(0, ids(Map.of("username", "thandi-" + nas)).size());
    }

    @Test
    void eachFilterLetsThroughItsSessionsOnly() {
        int hotspot = hotspot(nas);
        int voucher = voucher();
        String code = code(voucher);
        var device = device(code, "02-00-00-00-0B-04");
        device.start();
        var mine = ids(Map.of("nas_identifier", nas));
        assertEquals(1, mine.size());
        int other = voucher();
        device(code(other), "02-00-00-00-0B-05").start();
        for (var filter : List.<Map<String, Object>>of(
                Map.of("voucher_id", voucher),
                Map.of("voucher_code", code),
                Map.of("voucher_code", code.toLowerCase(Locale.ROOT).replace("-", " ")),
                Map.of("device", "02-00-00-00-0B-04"),
                Map.of("device", "02:00:00:00:0b:04"),
                Map.of("device", "0200.0000.0b04"),
                Map.of(
                        "device",
                        "0200 0000 0b04",
                        "ip_address",
                        "10.5.50.7",
                        "online",
                        "true",
                        "voucher_id",
                        voucher))) {
            var more = new HashMap<>(filter);
            more.put("hotspot_id", hotspot);
            assertEquals(mine, ids(more), filter.toString());
        }
        for (var filter : List.<Map<String, Object>>of(
                Map.of("voucher_id", voucher, "voucher_code", code(other)),
                Map.of("account_id", voucher),
                Map.of("username", code),
                Map.of("device", "02-00-00-00-0B-0"),
                Map.of("ip_address", "10.5.50.8"),
                Map.of("online", "false"),
                Map.of("hotspot_id", 999_999_999))) {
            var more = new HashMap<>(filter);
            more.put("nas_identifier", nas);
            assertEquals(List.of(), ids(more), filter.toString());
        }
        device.stop(1, 0, 0);
        assertEquals(mine, ids(Map.of("nas_identifier", nas, "online", "false")));
    }

    @Test
    void onlineMeansHeardFromWithinThreeIntervals() {
        var device = device(code(voucher()), "02-00-00-00-0B-06");
        device.start();
        clock.move(Duration.ofMinutes(14));
        assertEquals(1, ids(Map.of("nas_identifier", nas, "online", "true")).size());
        clock.move(Duration.ofMinutes(2));
        assertEquals(0, ids(Map.of("nas_identifier", nas, "online", "true")).size());
        assertEquals(1, ids(Map.of("nas_identifier", nas, "online", "false")).size());
        assertFalse(only(Map.of("nas_identifier", nas)).getBoolean("online"));
        device.interim(960, 0, 1);
        assertEquals(1, ids(Map.of("nas_identifier", nas, "online", "true")).size());
    }

    @Test
    void loginWithoutASessionIsNone() {
        device(code(voucher()), "02-00-00-00-0B-07");
        assertEquals(List.of(), ids(Map.of("nas_identifier", nas)));
        assertEquals(List.of(), ids(Map.of("device", "02-00-00-00-0B-07")));
    }

    @Test
    void fromAndToAreByWhenTheyWereOpened() {
        var opened = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            device(code(voucher()), "02-00-00-00-0B-1" + i).start();
            opened.add(Api.call(LIST, Map.of("nas_identifier", nas)).extract().path("items[0].opened_at"));
            clock.move(Duration.ofHours(1));
        }
        var all = ids(Map.of("nas_identifier", nas));
        assertEquals(3, all.size());
        assertEquals(all.subList(0, 2), ids(Map.of("nas_identifier", nas, "from", opened.get(1))));
        assertEquals(all.subList(1, 3), ids(Map.of("nas_identifier", nas, "to", opened.get(2))));
        assertEquals(all.subList(1, 2), ids(Map.of("nas_identifier", nas, "from", opened.get(1), "to", opened.get(2))));
    }

    @Test
    void sessionThatBeganBeforeItWasReportedStandsWhereItBegan() {
        device(code(voucher()), "02-00-00-00-0B-20").start();
        var late = Device.of(code(voucher()), "02-00-00-00-0B-21").at(nas);
        late.interim(7200, 0, 1);
        var found = Api.call(LIST, Map.of("nas_identifier", nas)).extract().jsonPath();
        assertEquals(List.of("02-00-00-00-0B-20", "02-00-00-00-0B-21"), found.getList("items.device", String.class));
    }

    @Test
    void pagesStayAsTheyAreWhileSessionsComeAndEnd() {
        var devices = new ArrayList<Device>();
        for (int i = 0; i < 5; i++) {
            devices.add(device(code(voucher()), "02-00-00-00-0B-3" + i));
            devices.getLast().start();
        }
        var all = ids(Map.of("nas_identifier", nas));
        var seen = new ArrayList<Long>();
        String next = null;
        int pages = 0;
        do {
            var parameters = new HashMap<String, Object>(Map.of("nas_identifier", nas, "limit", 2));
            if (next != null) {
                parameters.put("after", next);
            }
            var page = Api.call(LIST, parameters).statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("items.session_id", Long.class));
            next = page.getString("next");
            pages++;
            device(code(voucher()), "02-00-00-00-0B-4" + pages).start();
            devices.get(5 - pages).stop(1, 0, 0);
        } while (next != null);
        assertEquals(3, pages);
        assertEquals(all, seen);
        assertEquals(8, ids(Map.of("nas_identifier", nas)).size());
        var sorted = new ArrayList<>(all);
        sorted.sort(Collections.reverseOrder());
        assertEquals(sorted, all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hotspot_id | x | must be a whole number",
                "account_id | 0 | must be between",
                "voucher_code | - - | must have letters or digits",
                "device | :-: | must have letters or digits",
                "ip_address | 10.5.50 7 | must be an IPv4 or IPv6 address",
                "ip_address | 10.5.50 | must be an IPv4 or IPv6 address",
                "ip_address | fe80::1%eth0 | must be an IPv4 or IPv6 address",
                "online | yes | must be true or false",
                "from | yesterday | must be an RFC 3339 instant",
                "after | nowhere | must be the next of an earlier answer",
                "user_name | thandi | is unknown; did you mean username?",
            })
    void nonsenseIsRefusedByName(String parameter, String value, String message) {
        Api.call(LIST, Map.of(parameter, value))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter)))
                .body("errors[0].message", startsWith(message));
    }

    @Test
    void periodThatEndsBeforeItBeginsIsRefused() {
        Api.call(LIST, Map.of("from", "2026-02-01T00:00:00Z", "to", "2026-01-01T00:00:00Z"))
                .statusCode(400)
                .body("errors.parameter", hasItem("to"));
    }

    @Test
    void permissionIsChecked() {
        Api.bearer(TestToken.of("customers_read")).get("/api/v1/" + LIST).then().statusCode(403);
        Api.bearer(TestToken.of("radius_read"))
                .get("/api/v1/" + LIST + "?limit=1")
                .then()
                .statusCode(200);
    }

    @Test
    void everyEndThatTheDatabaseKnowsHasAName() {
        String check = pool.query("select string_agg(pg_get_constraintdef(oid), ' ') from pg_constraint"
                        + " where conrelid = 'radius_sessions'::regclass and contype = 'c'")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
        var quoted = Pattern.compile("'([A-Z_]+)'");
        var known = Arrays.stream(EndReason.values()).map(Enum::name).sorted().toList();
        assertEquals(
                known,
                quoted.matcher(check)
                        .results()
                        .map(found -> found.group(1))
                        .sorted()
                        .toList());
    }

    private Device device(String code, String mac) {
        return Device.of(code, mac).at(nas).in(mac + nas).loggedIn();
    }

    /** A data account's device, whose router tells of it without a login that we saw. */
    private Device account(long account, String mac) {
        String username = pool.preparedQuery("select username from data_accounts where account_id = $1")
                .execute(Tuple.of(account))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
        return Device.of(username, mac).at(nas).in(mac + nas);
    }

    private long account(String username) {
        return pool.preparedQuery("""
                        with added as (
                            insert into identities (kind, login_key, status, max_devices)
                            values ('ACCOUNT', 'a:' || lower($1), 'ACTIVE', 1) returning identity_id)
                        insert into data_accounts (account_id, customer_id, username, product_id, password_sealed,
                            password_mac, created_at, changed_at)
                        select identity_id, 1, $1, 16, 'x', 'x', $2, $2 from added returning account_id
                        """)
                .execute(Tuple.of(username, clock.instant().atOffset(ZoneOffset.UTC)))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private static int hotspot(String nas) {
        return Api.call("add_hotspot", Map.of("name", "Café", "nas_identifier", nas))
                .statusCode(201)
                .extract()
                .path("hotspot.hotspot_id");
    }

    private static int voucher() {
        return Api.call("add_hotspot_voucher", Map.of("product_id", TestProducts.BIG))
                .statusCode(201)
                .extract()
                .path("voucher.voucher_id");
    }

    private static String code(int voucher) {
        return Api.call("get_hotspot_voucher_usage", Map.of("voucher_id", voucher))
                .extract()
                .path("voucher_code");
    }

    private static JsonPath only(Map<String, ?> filter) {
        var found = Api.call(LIST, filter).statusCode(200).body("items", hasSize(1));
        return found.extract().jsonPath().setRootPath("items[0]");
    }

    private static List<Long> ids(Map<String, ?> filter) {
        return Api.call(LIST, filter).statusCode(200).extract().jsonPath().getList("items.session_id", Long.class);
    }

    private static Instant instant(JsonPath session, String member) {
        return Instant.parse(session.getString(member));
    }
}
