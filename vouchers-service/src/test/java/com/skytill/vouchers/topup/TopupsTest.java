package com.skytill.vouchers.topup;

import com.skytill.testing.token.TestToken;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.EngineDatabase;
import com.skytill.vouchers.InsertedAccounts;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class TopupsTest {

    private static final ZoneId ZONE = ZoneId.of("Africa/Johannesburg");
    private static final TestToken CLERK = TestToken.of("radius_write", "review_write");

    @Inject
    MovableClock clock;

    private EngineDatabase database;

    @BeforeEach
    void open() {
        database = EngineDatabase.open();
    }

    @AfterEach
    void putRight() {
        clock.reset();
        database.close();
    }

    @Test
    void typeIsAddedAndListedWithItsPromotion() {
        String name = UUID.randomUUID().toString();
        int id = Api.call(
                        "add_topup_type",
                        Map.of(
                                "name",
                                name,
                                "size",
                                "5GB",
                                "price",
                                "49.5",
                                "carry_months",
                                2,
                                "promotion_from",
                                "2026-12-01",
                                "promotion_to",
                                "2026-12-31"))
                .statusCode(201)
                .body("topup_type.size", equalTo(5_000_000_000L))
                .body("topup_type.price", equalTo("49.50"))
                .body("topup_type.carry_months", equalTo(2))
                .body("topup_type.promotion_from", equalTo("2026-12-01"))
                .body("topup_type.promotion_to", equalTo("2026-12-31"))
                .extract()
                .path("topup_type.topup_type_id");
        Api.call("get_topup_types", Map.of("limit", 500))
                .statusCode(200)
                .body("items.find { it.topup_type_id == " + id + " }.name", equalTo(name));
        Api.call("add_topup_type", Map.of("name", name.toUpperCase(Locale.ROOT), "size", 1, "price", 1))
                .statusCode(409)
                .body("code", equalTo("already_exists"));
    }

    @Test
    void typeIsRefusedForWhatIsWrongWithIt() {
        Api.call("add_topup_type", Map.of())
                .statusCode(400)
                .body("errors.parameter", hasItems("name", "size", "price"));
        for (var bad : List.of(
                Map.of("size", "0"),
                Map.of("size", "101TB"),
                Map.of("price", "-1"),
                Map.of("carry_months", "121"),
                Map.of("promotion_from", "2026-12-01"),
                Map.of("promotion_from", "2026-12-01", "promotion_to", "2026-11-30"),
                Map.of("promotion_from", "2026-02-30", "promotion_to", "2026-03-01"),
                Map.of("promotion_from", "+9999-01-1", "promotion_to", "2026-03-01"))) {
            var parameters = new HashMap<String, String>(Map.of("name", "Bad", "size", "1GB", "price", "1"));
            parameters.putAll(bad);
            Api.call("add_topup_type", parameters).statusCode(400);
        }
    }

    @Test
    void typeSetsAPriceSoItNeedsAccounting() {
        by(CLERK, "add_topup_type", Map.of("name", "Mine", "size", "1GB", "price", "1"))
                .statusCode(403)
                .body("detail", equalTo("This needs the permission accounting_write"));
    }

    @Test
    void topupWaitsForItsPaymentAndIsAppliedOnce() {
        long account = account(1_000L, "");
        int type = type("1GB", "10.00", Map.of("carry_months", 1));
        int topup = Api.call(
                        "add_topup",
                        Map.of(
                                "account_id",
                                account,
                                "topup_type_id",
                                type,
                                "source",
                                "portal",
                                "comment",
                                "a line\nand one"))
                .statusCode(201)
                .body("topup.status", equalTo("requested"))
                .body("topup.account_id", equalTo((int) account))
                .body("topup.username", equalTo(InsertedAccounts.username(database, account)))
                .body("topup.size", equalTo(1_000_000_000))
                .body("topup.price", equalTo("10.00"))
                .body("topup.source", equalTo("portal"))
                .body("topup.completed_at", nullValue())
                .body("topup.good_until", nullValue())
                .extract()
                .path("topup.topup_id");
        assertEquals(0, extra(account));

        Api.call("complete_topup", Map.of("topup_id", topup, "only_paid", true))
                .statusCode(200)
                .body("topup.status", equalTo("paid"));
        Api.call("complete_topup", Map.of("topup_id", topup, "only_paid", true))
                .statusCode(409)
                .body("code", equalTo("illegal_state"));
        assertEquals(0, extra(account));

        var nextMonth =
                LocalDate.ofInstant(clock.instant(), ZONE).plusMonths(1).with(TemporalAdjusters.lastDayOfMonth());
        Api.call("complete_topup", Map.of("topup_id", topup))
                .statusCode(200)
                .body("topup.status", equalTo("completed"))
                .body("topup.good_until", equalTo(nextMonth.toString()))
                .body("topup.used_in_closed_months", equalTo(0));
        assertEquals(1_000_000_000, extra(account));
        for (String operation : List.of("complete_topup", "reject_topup")) {
            Api.call(operation, Map.of("topup_id", topup, operation.startsWith("r") ? "reason" : "only_paid", "false"))
                    .statusCode(409)
                    .body("code", equalTo("illegal_state"));
        }
        assertEquals(1_000_000_000, extra(account));
    }

    @Test
    void tillAddsAndCompletesInOneCall() {
        long account = account(1_000L, "");
        Api.call(
                        "add_topup",
                        Map.of(
                                "username",
                                InsertedAccounts.username(database, account).toUpperCase(Locale.ROOT),
                                "size",
                                "250MB",
                                "name",
                                "Goodwill",
                                "price",
                                "0",
                                "status",
                                "completed",
                                "source",
                                "staff"))
                .statusCode(201)
                .body("topup.status", equalTo("completed"))
                .body("topup.name", equalTo("Goodwill"))
                .body("topup.price", equalTo("0.00"))
                .body("topup.topup_type_id", nullValue());
        assertEquals(250_000_000, extra(account));
    }

    @Test
    void completingTwiceAtOnceAppliesOnce() {
        long account = account(1_000L, "");
        int topup = add(Map.of("account_id", account, "topup_type_id", type("1GB", "1", Map.of())));
        var statuses = Parallel.run(
                20,
                20,
                ignored -> Api.call("complete_topup", Map.of("topup_id", topup))
                        .extract()
                        .statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 200).count());
        assertEquals(19, statuses.stream().filter(status -> status == 409).count());
        assertEquals(1_000_000_000, extra(account));
    }

    @Test
    void rejectedTopupSaysWhyAndIsNeverApplied() {
        long account = account(1_000L, "");
        int topup = add(Map.of("account_id", account, "topup_type_id", type("1GB", "1", Map.of()), "status", "paid"));
        Api.call("reject_topup", Map.of("topup_id", topup)).statusCode(400).body("errors.parameter", hasItem("reason"));
        Api.call("reject_topup", Map.of("topup_id", topup, "reason", "card stolen"))
                .statusCode(200)
                .body("topup.status", equalTo("rejected"))
                .body("topup.reason", equalTo("card stolen"));
        Api.call("complete_topup", Map.of("topup_id", topup)).statusCode(409);
        assertEquals(0, extra(account));
        Api.call("complete_topup", Map.of("topup_id", 99_999_999)).statusCode(404);
    }

    @Test
    void anotherPriceNeedsThePermissionAndTheSamePriceDoesNot() {
        long account = account(1_000L, "");
        int type = type("1GB", "10.00", Map.of());
        for (String same : List.of("10", "10.0", "10.00")) {
            by(CLERK, "add_topup", Map.of("account_id", account, "topup_type_id", type, "price", same))
                    .statusCode(201);
        }
        by(CLERK, "add_topup", Map.of("account_id", account, "topup_type_id", type, "price", "9.99"))
                .statusCode(403)
                .body("detail", equalTo("This needs the permission accounting_write"));
        by(CLERK, "add_topup", Map.of("account_id", account, "size", "1GB", "name", "x", "price", "10"))
                .statusCode(403);
        Api.call("add_topup", Map.of("account_id", account, "topup_type_id", type, "price", "9.99"))
                .statusCode(201)
                .body("topup.price", equalTo("9.99"));
    }

    @Test
    void promotionDoublesOnItsDaysWhereTheWispIs() {
        long account = account(1_000L, "");
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        for (var days :
                List.of(List.of(today, today), List.of(today.minusDays(3), today), List.of(today, today.plusDays(3)))) {
            int type = type("1GB", "1", Map.of("promotion_from", days.get(0), "promotion_to", days.get(1)));
            Api.call("add_topup", Map.of("account_id", account, "topup_type_id", type))
                    .body("topup.size", equalTo(2_000_000_000))
                    .body("topup.price", equalTo("1.00"));
        }
        for (var day : List.of(today.minusDays(1), today.plusDays(1))) {
            int type = type("1GB", "1", Map.of("promotion_from", day, "promotion_to", day));
            Api.call("add_topup", Map.of("account_id", account, "topup_type_id", type))
                    .body("topup.size", equalTo(1_000_000_000));
        }
    }

    @Test
    void overUsageIsForgivenWhereTheProductSaysSo() {
        for (var terms : List.of(
                "add_overusage_on_topup = true, capped_download_kbps = 128, capped_upload_kbps = 64",
                "capped_download_kbps = 128, capped_upload_kbps = 64",
                "add_overusage_on_topup = true")) {
            long account = account(1_000L, terms);
            int type = type("500B", "1", Map.of());
            database.execute(
                    "update identities set usage_month = ?, month_bytes = 1700 where identity_id = ?",
                    LocalDate.ofInstant(clock.instant(), ZONE).withDayOfMonth(1),
                    account);
            add(Map.of("account_id", account, "topup_type_id", type, "status", "completed"));
            boolean forgives = terms.startsWith("add") && terms.contains("capped");
            assertEquals(forgives ? 1_200 : 500, extra(account), terms);
            // What is forgiven once is not forgiven again.
            add(Map.of("account_id", account, "topup_type_id", type, "status", "completed"));
            assertEquals(forgives ? 1_700 : 1_000, extra(account), terms);
        }
    }

    @Test
    void onlyAccountsWithACapThatHaveNotEndedTakeTopups() {
        int type = type("1GB", "1", Map.of());
        long uncapped = account(null, "");
        long capped = InsertedAccounts.product(database, 1_000L, "");
        long cancelled = InsertedAccounts.account(database, "ACCOUNT", "CANCELLED", capped);
        long prepaid = InsertedAccounts.prepaid(database, capped);
        refused(Map.of("account_id", uncapped, "topup_type_id", type), 422, "rule_violated");
        refused(Map.of("account_id", prepaid, "topup_type_id", type), 422, "rule_violated");
        refused(Map.of("account_id", cancelled, "topup_type_id", type), 409, "illegal_state");
        refused(Map.of("account_id", 99_999_999, "topup_type_id", type), 404, "not_found");
        refused(Map.of("username", "nobody@nowhere", "topup_type_id", type), 404, "not_found");
        String voucher = Api.voucher("DAY");
        long identity = database.number("select voucher_id from vouchers where code = ?", voucher);
        refused(Map.of("account_id", identity, "topup_type_id", type), 404, "not_found");
        refused(Map.of("topup_type_id", type), 400, "missing_parameter");
        refused(Map.of("account_id", 1, "username", "x", "topup_type_id", type), 400, "invalid_parameter");
        long account = account(1_000L, "");
        refused(Map.of("account_id", account, "topup_type_id", 99_999_999), 400, "invalid_parameter");
        refused(Map.of("account_id", account), 400, "invalid_parameter");
        refused(Map.of("account_id", account, "size", "1GB", "price", 1), 400, "invalid_parameter");
        refused(Map.of("account_id", account, "topup_type_id", type, "size", "1GB"), 400, "invalid_parameter");
        refused(Map.of("account_id", account, "topup_type_id", type, "source", "rollover"), 400, "invalid_parameter");
    }

    @Test
    void accountThatIsCancelledMeanwhileTakesNone() {
        long account = account(1_000L, "");
        int topup = add(Map.of("account_id", account, "topup_type_id", type("1GB", "1", Map.of())));
        database.execute("update identities set status = 'CANCELLED' where identity_id = ?", account);
        Api.call("complete_topup", Map.of("topup_id", topup)).statusCode(409).body("code", equalTo("illegal_state"));
        Api.call("reject_topup", Map.of("topup_id", topup, "reason", "too late"))
                .statusCode(200);
    }

    @Test
    void waitingUpdateChangesNothingUntilItIsApproved() {
        long account = account(1_000L, "");
        int type = type("1GB", "10", Map.of());
        int update = by(
                        TestToken.of("radius_write"),
                        "add_topup",
                        Map.of("account_id", account, "topup_type_id", type, "status", "completed"))
                .statusCode(202)
                .extract()
                .path("update_id");
        assertEquals(0, database.number("select count(*) from topups where account_id = ?", account));
        Api.call("approve_vouchers_update", Map.of("update_id", update)).statusCode(200);
        assertEquals(1_000_000_000, extra(account));
        Api.call("approve_vouchers_update", Map.of("update_id", update)).statusCode(409);
        assertEquals(1_000_000_000, extra(account));
    }

    @Test
    void completedTopupsAreListedInTheOrderOfTheirCompletion() {
        long account = account(1_000L, "");
        int type = type("1GB", "10", Map.of());
        int first = add(Map.of("account_id", account, "topup_type_id", type, "source", "sms"));
        int second = add(Map.of("account_id", account, "topup_type_id", type, "status", "completed"));
        clock.move(Duration.ofMinutes(1));
        var between = clock.instant();
        clock.move(Duration.ofMinutes(1));
        Api.call("complete_topup", Map.of("topup_id", first)).statusCode(200);
        int third = add(Map.of("account_id", account, "topup_type_id", type, "status", "completed", "source", "auto"));
        add(Map.of("account_id", account, "topup_type_id", type));

        listed(Map.of("account_id", account), second, first, third);
        listed(Map.of("username", InsertedAccounts.username(database, account)), second, first, third);
        listed(Map.of("account_id", account, "from", between.toString()), first, third);
        listed(Map.of("account_id", account, "to", between.toString()), second);
        listed(Map.of("account_id", account, "source", "sms"), first);
        listed(Map.of("account_id", account, "source", "rollover"));
        String next = Api.call("get_completed_topup_details", Map.of("account_id", account, "limit", 1))
                .body("items.topup_id", equalTo(List.of(second)))
                .extract()
                .path("next");
        String last = Api.call("get_completed_topup_details", Map.of("account_id", account, "limit", 1, "after", next))
                .body("items.topup_id", equalTo(List.of(first)))
                .extract()
                .path("next");
        Api.call("get_completed_topup_details", Map.of("account_id", account, "limit", 1, "after", last))
                .body("items.topup_id", equalTo(List.of(third)))
                .body("next", nullValue())
                .body("items[0].user", equalTo("thandi"))
                .body("items[0].source", equalTo("auto"));
        Api.call("get_completed_topup_details", Map.of("account_id", 99_999_999))
                .statusCode(404);
        Api.call("get_completed_topup_details", Map.of("from", "2026-02-01T00:00:00Z", "to", "2026-01-01T00:00:00Z"))
                .statusCode(400)
                .body("errors.parameter", hasItem("to"));
        // A rollover may be gone by the time its page is left.
        database.execute("delete from topups where topup_id = ?", second);
        Api.call("get_completed_topup_details", Map.of("account_id", account, "after", next))
                .statusCode(400)
                .body("errors.parameter", hasItem("after"));
    }

    private long account(Long cap, String terms) {
        return InsertedAccounts.account(database, InsertedAccounts.product(database, cap, terms));
    }

    private static int type(String size, String price, Map<String, ?> more) {
        var parameters = new HashMap<String, Object>();
        more.forEach((name, value) -> parameters.put(name, value.toString()));
        parameters.put("name", UUID.randomUUID().toString());
        parameters.put("size", size);
        parameters.put("price", price);
        return Api.call("add_topup_type", parameters).statusCode(201).extract().path("topup_type.topup_type_id");
    }

    private static int add(Map<String, ?> parameters) {
        return Api.call("add_topup", parameters).statusCode(201).extract().path("topup.topup_id");
    }

    private static void refused(Map<String, ?> parameters, int status, String code) {
        Api.call("add_topup", parameters).statusCode(status).body("code", equalTo(code));
    }

    private static void listed(Map<String, ?> filters, Integer... topups) {
        Api.call("get_completed_topup_details", filters)
                .statusCode(200)
                .body("items.topup_id", equalTo(List.of(topups)));
    }

    private long extra(long account) {
        return database.number("select extra_bytes from identities where identity_id = ?", account);
    }

    private static ValidatableResponse by(TestToken token, String operation, Map<String, ?> parameters) {
        return Api.bearer(token)
                .formParams(parameters)
                .post("/api/v1/" + operation)
                .then();
    }
}
