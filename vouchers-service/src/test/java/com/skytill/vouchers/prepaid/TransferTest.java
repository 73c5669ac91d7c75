package com.skytill.vouchers.prepaid;

import com.skytill.testing.token.TestToken;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.EngineDatabase;
import com.skytill.vouchers.InsertedAccounts;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.radius.Device;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

@QuarkusTest
class TransferTest {

    private static final String TRANSFER = "transfer_prepaid_data";
    private static final String FIRST_USE = "validity_seconds = 86400, validity_starts = 'FIRST_USE'";

    @Inject
    MovableClock clock;

    private EngineDatabase database;
    private long giver;
    private long taker;

    @BeforeEach
    void open() {
        database = EngineDatabase.open();
        giver = InsertedAccounts.prepaid(database, product(""));
        taker = InsertedAccounts.prepaid(database, product(""));
    }

    @AfterEach
    void putRight() {
        clock.reset();
        database.close();
    }

    @Test
    void unusedDataGoWithTheirSpeedAndWholeLifetime() {
        long allocation = submit(giver, product("capped_download_kbps = 128, time_quota_seconds = 600, " + FIRST_USE));
        int given = Api.call(
                        TRANSFER,
                        Map.of(
                                "allocation_id",
                                allocation,
                                "to_username",
                                InsertedAccounts.username(database, taker),
                                "reason",
                                "moved house"))
                .statusCode(201)
                .body("allocation.account_id", equalTo((int) taker))
                .body("allocation.status", equalTo("unused"))
                .body("allocation.in_use", equalTo(true))
                .body("allocation.data_quota", equalTo(1_000))
                .body("allocation.time_quota", equalTo("PT10M"))
                .body("allocation.download_kbps", equalTo(2048))
                .body("allocation.capped_download_kbps", equalTo(128))
                .body("allocation.validity", equalTo("PT24H"))
                .body("allocation.validity_starts", equalTo("first_use"))
                .body("allocation.expires_at", nullValue())
                .body("allocation.price", equalTo("0.00"))
                .body("allocation.comment", equalTo("moved house"))
                .body("allocation.transferred_from", equalTo((int) allocation))
                .body("sessions_disconnecting", equalTo(0))
                .extract()
                .path("allocation.allocation_id");
        Api.call("get_prepaid_data_allocations", Map.of("account_id", giver))
                .body("items[0].status", equalTo("transferred"))
                .body("items[0].in_use", equalTo(false))
                .body("items[0].data_left", equalTo(0))
                .body("items[0].transferred_to", equalTo(given));
        assertNull(inUse(giver));
    }

    @Test
    void usedPartStaysAndTheEndDoesNotMove() {
        long allocation = submit(giver, product("time_quota_seconds = 600, " + FIRST_USE));
        var device = Device.of(InsertedAccounts.username(database, giver), "02-21-00-00-00-01");
        device.start();
        device.stop(100, 100, 300);
        String end = Api.call("get_prepaid_data_allocations", Map.of("account_id", giver))
                .extract()
                .path("items[0].expires_at");
        transfer(allocation, taker)
                .body("allocation.data_quota", equalTo(600))
                .body("allocation.data_used", equalTo(0))
                .body("allocation.time_quota", equalTo("PT8M20S"))
                .body("allocation.expires_at", equalTo(end))
                .body("allocation.status", equalTo("unused"));
        Api.call("get_prepaid_data_allocations", Map.of("account_id", giver, "status", "transferred"))
                .body("items[0].data_used", equalTo(400))
                .body("items[0].time_used", equalTo("PT1M40S"));
        clock.move(Duration.ofHours(5));
        var other = Device.of(InsertedAccounts.username(database, taker), "02-21-00-00-00-02");
        other.start();
        other.interim(60, 0, 200);
        Api.call("get_prepaid_data_allocations", Map.of("account_id", taker))
                .body("items[0].status", equalTo("active"))
                .body("items[0].data_used", equalTo(200))
                .body("items[0].expires_at", equalTo(end));
        clock.move(Duration.ofHours(19));
        Api.call("get_prepaid_data_allocations", Map.of("account_id", taker))
                .body("items[0].status", equalTo("expired"));
    }

    @Test
    void sessionsGoOnWithTheNextAllocation() {
        long first = submit(giver, product("validity_seconds = 3600, validity_starts = 'ISSUE'"));
        long second = submit(giver, product(""));
        var device = Device.of(InsertedAccounts.username(database, giver), "02-21-00-00-00-03");
        device.start();
        device.interim(60, 0, 100);
        transfer(first, taker).body("sessions_disconnecting", equalTo(0));
        assertEquals(second, inUse(giver));
        device.interim(120, 0, 150);
        Api.call("get_prepaid_data_allocations", Map.of("account_id", giver))
                .body("items.data_used", equalTo(List.of(100, 50)));
        transfer(second, taker).body("sessions_disconnecting", equalTo(1));
        assertEquals(
                List.of(List.of("no_data")),
                database.rows("select reason from nas_outbox where identity_id = ? and kind = 'DISCONNECT'", giver));
    }

    @Test
    void allocationThatWaitsIsTransferredWithoutTouchingTheOneInUse() {
        long first = submit(giver, product(FIRST_USE));
        long waiting = submit(giver, product(""));
        transfer(waiting, taker).body("sessions_disconnecting", equalTo(0));
        assertEquals(first, inUse(giver));
    }

    @Test
    void whatExpiresFirstIsUsedFirstByTheTakerToo() {
        long own = submit(taker, product(""));
        assertEquals(own, inUse(taker));
        long allocation = submit(giver, product("validity_seconds = 3600, validity_starts = 'ISSUE'"));
        int given = transfer(allocation, taker).extract().path("allocation.allocation_id");
        assertEquals((long) given, inUse(taker));
    }

    @Test
    void onceOnly() {
        long allocation = submit(giver, product(""));
        int given = transfer(allocation, taker).extract().path("allocation.allocation_id");
        refused(given, giver, 422, "rule_violated");
        refused(allocation, taker, 409, "illegal_state");
    }

    @Test
    void transferringTheSameAtOnceGivesItOnce() {
        long allocation = submit(giver, product(""));
        var takers = new ArrayList<Long>();
        for (int i = 0; i < 4; i++) {
            takers.add(InsertedAccounts.prepaid(database, product("")));
        }
        var statuses = Parallel.run(
                16,
                16,
                call -> Api.call(TRANSFER, Map.of("allocation_id", allocation, "to_account_id", takers.get(call % 4)))
                        .extract()
                        .statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count());
        assertEquals(15, statuses.stream().filter(status -> status == 409).count());
        assertEquals(
                1, database.number("select count(*) from prepaid_allocations where transferred_from = ?", allocation));
    }

    @Test
    void accountsThatGiveToEachOtherDoNotWaitForEver() {
        var there = new ArrayList<Long>();
        for (int i = 0; i < 10; i++) {
            there.add(submit(giver, product("")));
            there.add(submit(taker, product("")));
        }
        Parallel.run(
                20,
                10,
                call -> transfer(there.get(call), call % 2 == 0 ? taker : giver)
                        .extract()
                        .statusCode());
        assertEquals(
                20,
                database.number(
                        "select count(*) from prepaid_allocations where account_id in (?, ?) and status = 'TRANSFERRED'",
                        giver,
                        taker));
    }

    @Test
    void whatHasEndedOrHasNowhereToGoStays() {
        long product = product("");
        long allocation = submit(giver, product);
        long postpaid = InsertedAccounts.account(database, InsertedAccounts.product(database, 1_000L, ""));
        long cancelled = InsertedAccounts.account(database, "PREPAID", "CANCELLED", product);
        refused(allocation, giver, 400, "invalid_parameter");
        refused(allocation, postpaid, 422, "rule_violated");
        refused(allocation, cancelled, 409, "illegal_state");
        refused(allocation, 99_999_999, 404, "not_found");
        refused(99_999_999, taker, 404, "not_found");
        Api.call(TRANSFER, Map.of("allocation_id", allocation))
                .statusCode(400)
                .body("code", equalTo("missing_parameter"))
                .body("errors[0].parameter", equalTo("to_username"));
        Api.call(TRANSFER, Map.of("allocation_id", allocation, "to_account_id", taker, "to_username", "x"))
                .statusCode(400);
        assertEquals(allocation, inUse(giver));

        var device = Device.of(InsertedAccounts.username(database, giver), "02-21-00-00-00-04");
        device.start();
        device.stop(60, 0, 1_000);
        refused(allocation, taker, 409, "illegal_state");

        long brief = submit(giver, product("validity_seconds = 60, validity_starts = 'ISSUE'"));
        clock.move(Duration.ofMinutes(1));
        refused(brief, taker, 409, "illegal_state");

        // One that goes on slowly is not used up, but there is nothing to give.
        long soft = submit(giver, product("capped_download_kbps = 64"));
        device.in("again").start();
        device.in("again").interim(60, 0, 1_500);
        refused(soft, taker, 409, "illegal_state");
    }

    @Test
    void waitingTransferIsCheckedAgainWhenItIsApproved() {
        long allocation = submit(giver, product(""));
        int update = Api.bearer(TestToken.of("radius_write"))
                .formParams(Map.of("allocation_id", allocation, "to_account_id", taker))
                .post("/api/v1/" + TRANSFER)
                .then()
                .statusCode(202)
                .extract()
                .path("update_id");
        var device = Device.of(InsertedAccounts.username(database, giver), "02-21-00-00-00-05");
        device.start();
        device.stop(60, 0, 1_000);
        Api.call("approve_vouchers_update", Map.of("update_id", update))
                .statusCode(409)
                .body("code", equalTo("illegal_state"));
        assertEquals(0, database.number("select count(*) from prepaid_allocations where account_id = ?", taker));
    }

    private long product(String terms) {
        return InsertedAccounts.product(database, "PREPAID", 1_000L, terms);
    }

    private static long submit(long account, long product) {
        return Api.call("submit_prepaid_data_allocation", Map.of("account_id", account, "product_id", product))
                .statusCode(201)
                .extract()
                .<Integer>path("allocation.allocation_id");
    }

    private static ValidatableResponse transfer(long allocation, long to) {
        return Api.call(TRANSFER, Map.of("allocation_id", allocation, "to_account_id", to))
                .statusCode(201);
    }

    private static void refused(long allocation, long to, int status, String code) {
        Api.call(TRANSFER, Map.of("allocation_id", allocation, "to_account_id", to))
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private Long inUse(long account) {
        return (Long) database.rows("select allocation_id from identities where identity_id = ?", account)
                .getFirst()
                .getFirst();
    }
}
