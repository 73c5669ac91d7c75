package com.skytill.vouchers.prepaid;

import com.skytill.testing.token.TestToken;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.EngineDatabase;
import com.skytill.vouchers.InsertedAccounts;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.radius.Device;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class PrepaidDataTest {

    private static final TestToken CLERK = TestToken.of("radius_write", "review_write");
    private static final String SUBMIT = "submit_prepaid_data_allocation";
    private static final String LIST = "get_prepaid_data_allocations";
    private static final String FIRST_USE = "validity_seconds = 86400, validity_starts = 'FIRST_USE'";
    private static final String ISSUE = "validity_seconds = 3600, validity_starts = 'ISSUE'";

    @Inject
    MovableClock clock;

    private EngineDatabase database;
    private long account;

    @BeforeEach
    void open() {
        database = EngineDatabase.open();
        account = prepaid();
    }

    @AfterEach
    void putRight() {
        clock.reset();
        database.close();
    }

    @Test
    void onlyPrepaidProductsThatAreSoldAreListed() {
        long sold = product(
                1_000L,
                "capped_download_kbps = 128, capped_upload_kbps = 64, time_quota_seconds = 7200, max_devices = 3, "
                        + ISSUE);
        long retired = product(1_000L, "status = 'RETIRED'");
        long other = InsertedAccounts.product(database, 1_000L, "");
        var found = new HashMap<Long, Map<String, Object>>();
        String next = null;
        do {
            var page = Api.call("get_available_prepaid_products", next == null ? Map.of() : Map.of("after", next))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.<Map<String, Object>>getList("items")
                    .forEach(item -> found.put(((Number) item.get("product_id")).longValue(), item));
            next = page.getString("next");
        } while (next != null);
        assertFalse(found.containsKey(retired));
        assertFalse(found.containsKey(other));
        var product = found.get(sold);
        assertEquals("P-" + sold, product.get("product_code"));
        assertEquals("99.00", product.get("price"));
        assertEquals(1_000, product.get("data_quota"));
        assertEquals("PT2H", product.get("time_quota"));
        assertEquals("PT1H", product.get("validity"));
        assertEquals("issue", product.get("validity_starts"));
        assertEquals(128, product.get("capped_download_kbps"));
        assertEquals(3, product.get("max_devices"));
    }

    @Test
    void allocationFreezesItsProductsTerms() {
        long product = product(
                1_000L,
                "capped_download_kbps = 128, capped_upload_kbps = 64, time_quota_seconds = 7200, max_devices = 3,"
                        + " fup_speed_limit_policy_id = 4, fup_speed_boost_policy_id = 5, " + FIRST_USE);
        var allocated = Api.call(
                        SUBMIT,
                        Map.of(
                                "username",
                                InsertedAccounts.username(database, account).toUpperCase(Locale.ROOT),
                                "product_id",
                                "p-" + product,
                                "comment",
                                "for the boat"))
                .statusCode(201)
                .body("allocation.account_id", equalTo((int) account))
                .body("allocation.status", equalTo("unused"))
                .body("allocation.in_use", equalTo(true))
                .body("allocation.price", equalTo("99.00"))
                .body("allocation.data_quota", equalTo(1_000))
                .body("allocation.data_left", equalTo(1_000))
                .body("allocation.time_quota", equalTo("PT2H"))
                .body("allocation.download_kbps", equalTo(2048))
                .body("allocation.capped_upload_kbps", equalTo(64))
                .body("allocation.fup_speed_limit_policy_id", equalTo(4))
                .body("allocation.fup_speed_boost_policy_id", equalTo(5))
                .body("allocation.max_devices", equalTo(3))
                .body("allocation.validity", equalTo("PT24H"))
                .body("allocation.validity_starts", equalTo("first_use"))
                .body("allocation.expires_at", nullValue())
                .body("allocation.comment", equalTo("for the boat"))
                .extract()
                .<Integer>path("allocation.allocation_id");
        database.execute(
                "update product_terms set data_cap = 5, download_kbps = 1, price = 1, name = 'New' where product_id = ?",
                product);
        listed(Map.of("account_id", account))
                .body("items[0].allocation_id", equalTo(allocated))
                .body("items[0].data_quota", equalTo(1_000))
                .body("items[0].download_kbps", equalTo(2048))
                .body("items[0].price", equalTo("99.00"));
        assertEquals(
                List.of(List.of(1_000L, 2048, 128, 64, 3, 7200L, 4L, 5L)),
                database.rows(
                        "select data_quota, download_kbps, capped_download_kbps, capped_upload_kbps, max_devices,"
                                + " time_quota_seconds, fup_speed_limit_policy_id, fup_speed_boost_policy_id from identities"
                                + " where identity_id = ?",
                        account));
    }

    @Test
    void lifetimeFromIssueBeginsAtOnce() {
        var before = clock.instant();
        String expires = Api.call(SUBMIT, Map.of("account_id", account, "product_id", product(1_000L, ISSUE)))
                .statusCode(201)
                .extract()
                .path("allocation.expires_at");
        var lifetime = Duration.between(before, Instant.parse(expires));
        assertTrue(lifetime.compareTo(Duration.ofHours(1)) >= 0, expires);
        assertTrue(lifetime.compareTo(Duration.ofHours(1).plusMinutes(5)) < 0, expires);
    }

    @Test
    void whatExpiresFirstIsUsedFirst() {
        long lasting = submit(product(1_000L, ""));
        long later = submit(product(1_000L, "validity_seconds = 7200, validity_starts = 'ISSUE'"));
        long sooner = submit(product(500L, ISSUE));
        assertEquals(sooner, inUse());
        var device = device("02-20-00-00-00-01");
        device.start();
        device.interim(60, 0, 400);
        listed(Map.of("account_id", account))
                .body("items.allocation_id", equalTo(List.of((int) lasting, (int) later, (int) sooner)))
                .body("items.data_used", equalTo(List.of(0, 0, 400)))
                .body("items.status", equalTo(List.of("unused", "unused", "active")))
                .body("items.in_use", equalTo(List.of(false, false, true)));
        device.interim(120, 0, 700);
        assertEquals(later, inUse());
        device.stop(180, 0, 1_600);
        listed(Map.of("account_id", account))
                .body("items.data_used", equalTo(List.of(100, 1_000, 500)))
                .body("items.data_left", equalTo(List.of(900, 0, 0)))
                .body("items.status", equalTo(List.of("active", "used_up", "used_up")));
    }

    @Test
    void allocationThatGoesBackKeepsWhatWasUsed() {
        long first = submit(product(1_000L, FIRST_USE));
        var device = device("02-20-00-00-00-02");
        device.start();
        device.interim(60, 0, 300);
        Instant expires =
                Instant.parse(listed(Map.of("account_id", account)).extract().path("items[0].expires_at"));
        long sooner = submit(product(200L, ISSUE));
        assertEquals(sooner, inUse());
        listed(Map.of("account_id", account))
                .body("items.data_used", equalTo(List.of(300, 0)))
                .body("items.status", equalTo(List.of("active", "unused")));
        device.stop(120, 0, 600);
        assertEquals(first, inUse());
        listed(Map.of("account_id", account))
                .body("items.data_used", equalTo(List.of(400, 200)))
                .body("items[0].expires_at", equalTo(expires.toString()));
    }

    @Test
    void anotherPriceNeedsThePermissionAndTheSamePriceDoesNot() {
        long product = product(1_000L, "");
        for (String same : List.of("99", "99.0", "99.00")) {
            by(CLERK, Map.of("account_id", account, "product_id", product, "price", same))
                    .statusCode(201);
        }
        by(CLERK, Map.of("account_id", account, "product_id", product, "price", "0"))
                .statusCode(403)
                .body("detail", equalTo("This needs the permission accounting_write"));
        Api.call(SUBMIT, Map.of("account_id", account, "product_id", product, "price", "0"))
                .statusCode(201)
                .body("allocation.price", equalTo("0.00"));
        by(TestToken.of("radius_write"), Map.of("account_id", account, "product_id", product))
                .statusCode(202);
        assertEquals(4, database.number("select count(*) from prepaid_allocations where account_id = ?", account));
    }

    @Test
    void onlyPrepaidAccountsTakeOnlyPrepaidProductsThatAreSold() {
        long product = product(1_000L, "");
        long capped = InsertedAccounts.product(database, 1_000L, "");
        long postpaid = InsertedAccounts.account(database, capped);
        long cancelled = InsertedAccounts.account(database, "PREPAID", "CANCELLED", product);
        refused(Map.of("account_id", postpaid, "product_id", product), 422, "rule_violated");
        refused(Map.of("account_id", cancelled, "product_id", product), 409, "illegal_state");
        refused(Map.of("account_id", account, "product_id", capped), 422, "rule_violated");
        refused(Map.of("account_id", account, "product_id", TestProducts.DAY), 422, "rule_violated");
        refused(Map.of("account_id", account, "product_id", product(1L, "status = 'RETIRED'")), 422, "rule_violated");
        refused(Map.of("account_id", account, "product_id", "NEVER"), 400, "invalid_parameter");
        refused(Map.of("account_id", 99_999_999, "product_id", product), 404, "not_found");
        refused(Map.of("product_id", product), 400, "missing_parameter");
        refused(Map.of("account_id", account), 400, "missing_parameter");
        assertEquals(0, database.number("select count(*) from prepaid_allocations where account_id = ?", account));
        // A suspended account may be given what it will use later.
        long suspended = InsertedAccounts.account(database, "PREPAID", "SUSPENDED", product);
        Api.call(SUBMIT, Map.of("account_id", suspended, "product_id", product)).statusCode(201);
    }

    @Test
    void listIsFilteredByWhatAllocationsHaveBecome() {
        long product = product(100L, "");
        long usedUp = submit(product);
        var device = device("02-20-00-00-00-03");
        device.start();
        device.interim(60, 0, 100);
        long active = submit(product);
        device.interim(120, 0, 150);
        long expiring = submit(product(100L, ISSUE));
        long unused = submit(product);
        statuses(Map.of("unused", List.of(expiring, unused), "active", List.of(active), "used_up", List.of(usedUp)));
        clock.move(Duration.ofHours(1));
        // Nothing has come since; the end by time shows all the same.
        statuses(Map.of(
                "unused",
                List.of(unused),
                "active",
                List.of(active),
                "used_up",
                List.of(usedUp),
                "expired",
                List.of(expiring)));
        listed(Map.of("account_id", account, "product_id", "P-" + product)).body("items", hasSize(3));
        listed(Map.of("account_id", account, "product_id", "NEVER")).body("items", hasSize(0));
        listed(Map.of("account_id", account, "from", clock.instant().toString()))
                .body("items", hasSize(0));
        listed(Map.of("account_id", account, "to", clock.instant().toString())).body("items", hasSize(4));
        var first = listed(Map.of("account_id", account, "limit", 3)).extract().jsonPath();
        assertEquals(3, first.getList("items").size());
        listed(Map.of("account_id", account, "after", first.getString("next")))
                .body("items.allocation_id", equalTo(List.of((int) unused)))
                .body("next", nullValue());
        Api.call(LIST, Map.of("status", "lost")).statusCode(400).body("errors.parameter", hasItem("status"));
        Api.call(LIST, Map.of("account_id", 99_999_999)).statusCode(404);
        Api.call(LIST, Map.of("from", "2026-02-01T00:00:00Z", "to", "2026-01-01T00:00:00Z"))
                .statusCode(400);
    }

    private void statuses(Map<String, List<Long>> expected) {
        for (var status : AllocationStatus.values()) {
            String code = status.name().toLowerCase(Locale.ROOT);
            var ids = expected.getOrDefault(code, List.of()).stream()
                    .map(Long::intValue)
                    .toList();
            listed(Map.of("account_id", account, "status", code))
                    .body("items.allocation_id", equalTo(ids))
                    .body("items.status.unique()", equalTo(ids.isEmpty() ? List.of() : List.of(code)));
        }
    }

    private long prepaid() {
        return InsertedAccounts.prepaid(database, product(1_000L, ""));
    }

    private long product(Long quota, String terms) {
        return InsertedAccounts.product(database, "PREPAID", quota, terms);
    }

    private long submit(long product) {
        return Api.call(SUBMIT, Map.of("account_id", account, "product_id", product))
                .statusCode(201)
                .extract()
                .<Integer>path("allocation.allocation_id");
    }

    private long inUse() {
        return database.number("select allocation_id from identities where identity_id = ?", account);
    }

    private Device device(String mac) {
        return Device.of(InsertedAccounts.username(database, account), mac);
    }

    private static ValidatableResponse listed(Map<String, ?> filters) {
        return Api.call(LIST, filters).statusCode(200);
    }

    private static void refused(Map<String, ?> parameters, int status, String code) {
        Api.call(SUBMIT, parameters).statusCode(status).body("code", equalTo(code));
    }

    private static ValidatableResponse by(TestToken token, Map<String, ?> parameters) {
        return Api.bearer(token)
                .formParams(parameters)
                .post("/api/v1/" + SUBMIT)
                .then();
    }
}
