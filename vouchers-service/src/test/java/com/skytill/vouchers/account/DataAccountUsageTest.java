package com.skytill.vouchers.account;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.skytill.testing.token.TestToken;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.EngineDatabase;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.calendar.WispCalendar;
import com.skytill.vouchers.radius.Device;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class DataAccountUsageTest {

    @Inject
    MovableClock clock;

    @Inject
    WispCalendar calendar;

    @ConfigProperty(name = "skytill.products.url")
    URI services;

    private final EngineDatabase database = EngineDatabase.open();
    private WireMock server;
    private LocalDate month;

    @BeforeEach
    void serve() {
        server = Accounts.serve(services);
        month = calendar.month(clock.instant());
    }

    @AfterEach
    void putRight() {
        TestProducts.serve(server, TestProducts.ALL);
        database.close();
    }

    @Test
    void newAccountHasEverythingLeftAndAChartOfZeros() {
        var usage = usage(account(Accounts.CAPPED), Map.of());
        assertEquals(month.toString(), usage.getString("month.month"));
        assertEquals(0, usage.getLong("month.data_used"));
        assertEquals("PT0S", usage.getString("month.time_used"));
        assertEquals(10_000_000_000L, usage.getLong("month.data_cap"));
        assertEquals(0, usage.getLong("month.topup_data"));
        assertEquals(10_000_000_000L, usage.getLong("month.data_left"));
        assertFalse(usage.getBoolean("month.capped"));
        assertNull(usage.get("allocation"));
        assertEquals(List.of(), usage.getList("past_months"));
        assertEquals("Africa/Johannesburg", usage.getString("time_zone"));
        assertEquals("day", usage.getString("by"));
        assertEquals(31, usage.getList("usage").size());
        assertEquals(0, sum(usage, "data_up"));
        assertEquals(List.of(), usage.getList("sessions_online"));
    }

    @Test
    void runningMonthTellsWhatIsLeftWithTopups() {
        long id = account(Accounts.CAPPED);
        month(id, month, 10_000_000_001L, 7_200, 2_000_000_000L);
        var usage = usage(id, Map.of());
        assertEquals(10_000_000_001L, usage.getLong("month.data_used"));
        assertEquals("PT2H", usage.getString("month.time_used"));
        assertEquals(2_000_000_000L, usage.getLong("month.topup_data"));
        assertEquals(1_999_999_999L, usage.getLong("month.data_left"));
        assertFalse(usage.getBoolean("month.capped"));
        month(id, month, 12_000_000_000L, 7_200, 2_000_000_000L);
        usage = usage(id, Map.of());
        assertEquals(0, usage.getLong("month.data_left"));
        assertTrue(usage.getBoolean("month.capped"));
    }

    @Test
    void accountWithoutACapHasNoLimit() {
        long id = account(Accounts.HOME);
        month(id, month, 5_000_000_000_000L, 1, 0);
        var usage = usage(id, Map.of());
        assertEquals(5_000_000_000_000L, usage.getLong("month.data_used"));
        assertNull(usage.get("month.data_cap"));
        assertNull(usage.get("month.data_left"));
        assertFalse(usage.getBoolean("month.capped"));
    }

    @Test
    void monthThatIsOverBeginsAnewAndStandsAmongThoseBefore() {
        long id = account(Accounts.CAPPED);
        var last = month.minusMonths(1);
        month(id, last, 9_000_000_000L, 3_600, 4_000_000_000L);
        database.execute(
                "insert into usage_months (identity_id, month, used_bytes, used_seconds, cap_bytes, unused_bytes)"
                        + " values (?, ?, 3, 4, 5, 2), (?, ?, 1, 1, null, null)",
                id,
                month.minusMonths(2),
                id,
                month.minusMonths(3));
        database.execute(
                "insert into topups (account_id, name, size_bytes, price, source, status, requested_at, completed_at, last_month,"
                        + " carry_months) values (?, 'Carried', 4000000000, 1, 'API', 'COMPLETED', now(), now(), ?, 1)",
                id,
                month);
        var usage = usage(id, Map.of());
        assertEquals(month.toString(), usage.getString("month.month"));
        assertEquals(0, usage.getLong("month.data_used"));
        assertEquals(4_000_000_000L, usage.getLong("month.topup_data"));
        assertEquals(14_000_000_000L, usage.getLong("month.data_left"));
        assertEquals(
                List.of(last, month.minusMonths(2), month.minusMonths(3)).toString(),
                usage.getList("past_months.month").toString());
        assertEquals(9_000_000_000L, usage.getLong("past_months[0].data_used"));
        assertEquals("PT1H", usage.getString("past_months[0].time_used"));
        assertEquals(1_000_000_000L, usage.getLong("past_months[0].data_unused"));
        assertEquals(5, usage.getInt("past_months[1].data_cap"));
        assertNull(usage.get("past_months[2].data_unused"));
    }

    @Test
    void topupOfLastMonthOnlyIsGoneWhenTheMonthIsOver() {
        long id = account(Accounts.CAPPED);
        month(id, month.minusMonths(1), 0, 0, 4_000_000_000L);
        var usage = usage(id, Map.of());
        assertEquals(0, usage.getLong("month.topup_data"));
        assertEquals(10_000_000_000L, usage.getLong("month.data_left"));
    }

    @Test
    void prepaidAccountShowsTheAllocationThatItUses() {
        long id = account(Accounts.PREPAID);
        var none = usage(id, Map.of());
        assertNull(none.get("allocation"));
        assertNull(none.get("month.data_cap"), "a prepaid product's data are no monthly cap");
        long allocation = database.number(
                "insert into prepaid_allocations (account_id, product_id, product_code, product_name, price, status, max_devices,"
                        + " allocated_at) values (?, 1603, 'PRE', 'Five', 1, 'ACTIVE', 1, now()) returning allocation_id",
                id);
        database.execute(
                "update identities set allocation_id = ?, data_quota = 5000000000, used_bytes = 1999999999,"
                        + " time_quota_seconds = 7200, used_seconds = 7201, expires_at = '2999-12-31T00:00:00Z' where identity_id = ?",
                allocation,
                id);
        var usage = usage(id, Map.of());
        assertEquals(allocation, usage.getLong("allocation.allocation_id"));
        assertEquals("PRE", usage.getString("allocation.product_code"));
        assertEquals(5_000_000_000L, usage.getLong("allocation.data_quota"));
        assertEquals(1_999_999_999L, usage.getLong("allocation.data_used"));
        assertEquals(3_000_000_001L, usage.getLong("allocation.data_left"));
        assertEquals("PT0S", usage.getString("allocation.time_left"));
        assertEquals("2999-12-31T00:00:00Z", usage.getString("allocation.expires_at"));
        database.execute("update identities set expires_at = '2020-01-01T00:00:00Z' where identity_id = ?", id);
        assertEquals(0, usage(id, Map.of()).getLong("allocation.data_left"));
    }

    @Test
    void chartSumsHoursIntoTheWispsDays() {
        long id = account(Accounts.HOME);
        // Midnight in Johannesburg is ten in the evening in UTC.
        hour(id, "2026-03-09T21:00:00Z", 1, 10, 100);
        hour(id, "2026-03-09T22:00:00Z", 2, 20, 200);
        hour(id, "2026-03-10T21:00:00Z", 3, 30, 300);
        hour(id, "2026-03-10T22:00:00Z", 4, 40, 400);
        hour(account(Accounts.HOME), "2026-03-09T22:00:00Z", 99, 99, 99);
        var days = usage(id, Map.of("from", "2026-03-09T22:00:00Z", "to", "2026-03-12T22:00:00Z"));
        assertEquals(List.of("2026-03-10", "2026-03-11", "2026-03-12"), days.getList("usage.day"));
        assertEquals(List.of(5, 4, 0), days.getList("usage.data_up"));
        assertEquals(List.of(50, 40, 0), days.getList("usage.data_down"));
        assertEquals(List.of("PT8M20S", "PT6M40S", "PT0S"), days.getList("usage.time"));
        assertEquals("2026-03-09T22:00:00Z", days.getString("usage[0].from"));
        assertEquals("2026-03-10T22:00:00Z", days.getString("usage[0].to"));
        var hours =
                usage(id, Map.of("from", "2026-03-09T21:59:59Z", "to", "2026-03-10T22:00:00.000001Z", "by", "hour"));
        assertEquals(26, hours.getList("usage").size());
        assertEquals(10, sum(hours, "data_up"));
        assertEquals("2026-03-09T21:00:00Z", hours.getString("from"));
        assertEquals("2026-03-10T23:00:00Z", hours.getString("to"));
    }

    @Test
    void accountingShowsAtOnce() {
        var added = Accounts.add(Map.of("product_id", Accounts.CAPPED));
        String username = added.getString("data_account.username");
        long id = added.getLong("data_account.account_id");
        var device = Device.of(username, "02-00-00-00-18-01").in("usage-" + id);
        device.start();
        device.interim(300, 1_000, 5_000_000_000L);
        var usage = usage(id, Map.of("by", "hour"));
        assertEquals(5_000_001_000L, usage.getLong("month.data_used"));
        assertEquals(4_999_999_000L, usage.getLong("month.data_left"));
        assertEquals(1_000, sum(usage, "data_up"));
        assertEquals(5_000_000_000L, sum(usage, "data_down"));
        assertEquals(1, usage.getList("sessions_online").size());
        assertEquals("02-00-00-00-18-01", usage.getString("sessions_online[0].device"));
        assertEquals(5_000_000_000L, usage.getLong("sessions_online[0].data_down"));
        device.stop(400, 2_000, 5_000_000_000L);
        usage = usage(id, Map.of());
        assertEquals(List.of(), usage.getList("sessions_online"));
        assertEquals(2_000, sum(usage, "data_up"));
    }

    @Test
    void badPeriodsAreRefusedByName() {
        long id = account(Accounts.HOME);
        refused(id, "by", Map.of("by", "week"));
        refused(id, "to", Map.of("from", "2026-02-01T00:00:00Z", "to", "2026-01-01T00:00:00Z"));
        refused(id, "to", Map.of("from", "2026-02-01T00:00:00Z", "to", "2026-02-01T00:00:00Z"));
        refused(id, "to", Map.of("from", "2024-01-01T00:00:00Z", "to", "2025-01-01T00:00:01Z"));
        refused(id, "to", Map.of("from", "2026-01-01T00:00:00Z", "to", "2026-02-01T00:00:01Z", "by", "hour"));
        refused(id, "from", Map.of("from", "2000-01-01T00:00:00Z"));
        refused(id, "from", Map.of("from", "2999-01-01T00:00:00Z"));
        refused(id, "from", Map.of("from", "1999-12-31T23:59:59Z"));
        refused(id, "from", Map.of("from", "-999999999-01-01T00:00:00Z"));
        refused(id, "to", Map.of("to", "+999999999-12-31T23:59:59Z"));
        refused(id, "from", Map.of("from", "2026-01-01"));
        usage(id, Map.of("from", "2024-01-01T00:00:00Z", "to", "2025-01-01T00:00:00Z"));
        Api.call("get_data_account_usage", Map.of()).statusCode(400).body("code", equalTo("missing_parameter"));
        Api.call("get_data_account_usage", Map.of("account_id", 999_999_999)).statusCode(404);
        Accounts.by(TestToken.of("customers_read"), "get_data_account_usage", Map.of("account_id", id))
                .statusCode(403);
        Accounts.by(TestToken.of("radius_read"), "get_data_account_usage", Map.of("account_id", id))
                .statusCode(200);
    }

    private static void refused(long id, String parameter, Map<String, ?> period) {
        Api.call("get_data_account_usage", with(id, period))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter)));
    }

    private static JsonPath usage(long id, Map<String, ?> more) {
        return Api.call("get_data_account_usage", with(id, more))
                .statusCode(200)
                .body("data_account.account_id", equalTo((int) id))
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> with(long id, Map<String, ?> more) {
        var parameters = new HashMap<String, Object>(more);
        parameters.put("account_id", id);
        return parameters;
    }

    private static long account(String product) {
        return Accounts.add(Map.of("product_id", product)).getLong("data_account.account_id");
    }

    private void month(long id, LocalDate of, long bytes, long seconds, long extra) {
        database.execute(
                "update identities set usage_month = ?, month_bytes = ?, month_seconds = ?, extra_bytes = ? where identity_id = ?",
                of,
                bytes,
                seconds,
                extra,
                id);
    }

    private void hour(long id, String hour, long up, long down, long seconds) {
        database.execute(
                "insert into usage_hours (identity_id, hour, bytes_up, bytes_down, seconds) values (?, ?::timestamptz, ?, ?, ?)",
                id,
                hour,
                up,
                down,
                seconds);
    }

    private static long sum(JsonPath usage, String column) {
        return usage.getList("usage." + column, Long.class).stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
