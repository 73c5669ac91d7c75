package com.skytill.vouchers.batch;

import com.skytill.testing.token.TestToken;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.VoucherDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class VoucherBatchesTest {

    private static final String CODE = "[2-9A-HJ-KM-NP-Z]{3}(-[2-9A-HJ-KM-NP-Z]{3}){2}";

    @Inject
    MovableClock clock;

    @AfterEach
    void putRight() {
        clock.reset();
    }

    @Test
    void batchIsQueuedWithItsProductsTermsAndThenItsVouchersHaveThem() {
        var hotspot = Api.call(
                        "add_hotspot",
                        Map.of("name", "Lodge", "nas_identifier", UUID.randomUUID(), "nas_address", "127.0.0.1"))
                .statusCode(201)
                .extract()
                .<Integer>path("hotspot.hotspot_id");
        long batch = Api.call(
                        "add_hotspot_voucher_batch",
                        Map.of(
                                "product_id", "day",
                                "quantity", 3,
                                "prefix", "Camp7",
                                "comment", "for the camp",
                                "hotspot_id", hotspot,
                                "use_before", "2099-12-31",
                                "price", "7.50"))
                .statusCode(201)
                .body("status", equalTo("applied"))
                .body("batch.status", equalTo("queued"))
                .body("batch.quantity", equalTo(3))
                .body("batch.progress.issued", equalTo(0))
                .body("batch.progress.percent", equalTo(0))
                .body("batch.prefix", equalTo("Camp7"))
                .body("batch.product_id", equalTo(11))
                .body("batch.product_code", equalTo("DAY"))
                .body("batch.price", equalTo("7.50"))
                .body("batch.data_quota", equalTo(1_000_000_000))
                .body("batch.validity", equalTo("PT24H"))
                .body("batch.max_devices", equalTo(1))
                .body("batch.hotspot_id", equalTo(hotspot))
                .body("batch.use_before", equalTo("2099-12-31T22:00:00Z"))
                .body("batch.comment", equalTo("for the camp"))
                .body("batch.vouchers", nullValue())
                .extract()
                .jsonPath()
                .getLong("batch.batch_id");
        Batches.awaitStatus(batch, "completed");

        Api.call("get_hotspot_voucher_batch", Map.of("batch_id", batch))
                .body("progress.issued", equalTo(3))
                .body("progress.percent", equalTo(100))
                .body("vouchers.unused", equalTo(3))
                .body("vouchers.expired", equalTo(0))
                .body("started_at", notNullValue())
                .body("ended_at", notNullValue())
                .body("failure", nullValue());
        var vouchers = Api.call("get_hotspot_vouchers", Map.of("batch_id", batch))
                .body("items", hasSize(3))
                .extract()
                .jsonPath();
        for (int i = 0; i < 3; i++) {
            var voucher = vouchers.<Map<String, Object>>get("items[" + i + "]");
            assertTrue(String.valueOf(voucher.get("voucher_code")).matches("Camp7-" + CODE));
            assertEquals("unused", voucher.get("status"));
            assertEquals("7.50", voucher.get("price"));
            assertEquals(11, voucher.get("product_id"));
            assertEquals("DAY", voucher.get("product"));
            assertEquals(1_000_000_000, voucher.get("data_quota"));
            assertEquals(2048, voucher.get("download_kbps"));
            assertEquals(512, voucher.get("upload_kbps"));
            assertEquals("PT24H", voucher.get("validity"));
            assertEquals("first_use", voucher.get("validity_starts"));
            assertEquals("2099-12-31T22:00:00Z", voucher.get("use_before"));
            assertEquals("for the camp", voucher.get("voucher_comment"));
            assertEquals(hotspot, voucher.get("hotspot_id"));
        }
        assertEquals(3, Set.copyOf(vouchers.getList("items.voucher_code")).size());
    }

    @Test
    void termsOfTheBatchAreThoseOfWhenItWasAskedFor() {
        try (var gate = Gate.shut()) {
            long before = Batches.add(TestProducts.HOUR, 1);
            VoucherDatabase.execute(
                    "update product_terms set price = 99, time_quota_seconds = 60, capped_download_kbps = 64,"
                            + " fup_speed_limit_policy_id = 5 where product_code = 'HOUR'");
            long after = Batches.add(TestProducts.HOUR, 1);
            VoucherDatabase.execute("update product_terms set price = 10, time_quota_seconds = 3600,"
                    + " capped_download_kbps = null, fup_speed_limit_policy_id = null where product_code = 'HOUR'");
            gate.open();
            Batches.awaitStatus(after, "completed");

            Api.call("get_hotspot_vouchers", Map.of("batch_id", before))
                    .body("items.price", contains("10.00"))
                    .body("items.time_quota", contains("PT1H"));
            Api.call("get_hotspot_vouchers", Map.of("batch_id", after))
                    .body("items.price", contains("99.00"))
                    .body("items.time_quota", contains("PT1M"));
            var frozen =
                    "select count(*) from identities i join vouchers v on v.voucher_id = i.identity_id where batch_id = ?"
                            + " and capped_download_kbps is not distinct from 64 and fup_speed_limit_policy_id is not distinct from 5";
            assertEquals(0, VoucherDatabase.number(frozen, before));
            assertEquals(1, VoucherDatabase.number(frozen, after));
        }
    }

    @Test
    void lifetimeFromIssueBeginsWhenTheVouchersAreIssued() {
        long batch = Batches.completed(TestProducts.BRIEF, 2, Map.of());
        var first = Api.call("get_hotspot_vouchers", Map.of("batch_id", batch))
                .extract()
                .jsonPath();
        assertEquals(
                Instant.parse(first.getString("items[0].issued_at")).plus(Duration.ofHours(1)),
                Instant.parse(first.getString("items[0].expires_at")));
        clock.move(Duration.ofHours(2));
        assertEquals(2, Batches.get(batch).getInt("vouchers.expired"));
    }

    @Test
    void voucherOfABatchIsAVoucherLikeOthers() {
        long batch = Batches.completed(TestProducts.DAY, 2, Map.of());
        String code = Api.call("get_hotspot_vouchers", Map.of("batch_id", batch))
                .extract()
                .path("items[0].voucher_code");
        Api.call("expire_hotspot_voucher", Map.of("voucher_code", code)).statusCode(200);
        var counts = Batches.get(batch).getMap("vouchers");
        assertEquals(Map.of("unused", 1, "active", 0, "used_up", 0, "expired", 1), counts);
    }

    @Test
    void quantitiesOutOfBoundsAreRefused() {
        for (var bad : new String[] {"0", "-1", "100001", "1.5", "many", "", "1e3"}) {
            Api.call("add_hotspot_voucher_batch", Map.of("product_id", "DAY", "quantity", bad))
                    .statusCode(400)
                    .body("errors.parameter", hasItem("quantity"));
        }
        Api.call("add_hotspot_voucher_batch", Map.of())
                .statusCode(400)
                .body("errors.parameter", hasItem("product_id"))
                .body("errors.parameter", hasItem("quantity"));
    }

    @Test
    void prefixesThatAreNoneAreRefused() {
        for (var bad : new String[] {"-A", "=A", "A B", "ABCDEFGHIJKLM", "Ä", "<b>", "%{x}"}) {
            Api.call("add_hotspot_voucher_batch", Map.of("product_id", "DAY", "quantity", 1, "prefix", bad))
                    .statusCode(400)
                    .body("errors.parameter", hasItem("prefix"));
        }
        long batch = Batches.completed(TestProducts.DAY, 1, Map.of("prefix", "A-23456789-"));
        String code = Api.call("get_hotspot_vouchers", Map.of("batch_id", batch))
                .extract()
                .path("items[0].voucher_code");
        assertTrue(code.matches("A-23456789-" + CODE));
        assertEquals("unused", Api.usage(code.toLowerCase(Locale.ROOT)).getString("status"));
    }

    @Test
    void productsThatAreNotSoldAsVouchersAreRefused() {
        for (var product : new String[] {"ACCOUNT", "RETIRED"}) {
            Api.call("add_hotspot_voucher_batch", Map.of("product_id", product, "quantity", 1))
                    .statusCode(422)
                    .body("code", equalTo("rule_violated"));
        }
        Api.call("add_hotspot_voucher_batch", Map.of("product_id", "NOPE", "quantity", 1))
                .statusCode(400)
                .body("errors.parameter", hasItem("product_id"));
        Api.call("add_hotspot_voucher_batch", Map.of("product_id", "DAY", "quantity", 1, "hotspot_id", 999_999))
                .statusCode(400)
                .body("errors.parameter", hasItem("hotspot_id"));
        Api.call("add_hotspot_voucher_batch", Map.of("product_id", "DAY", "quantity", 1, "use_before", "2020-01-01"))
                .statusCode(400)
                .body("errors.parameter", hasItem("use_before"));
    }

    @Test
    void anotherPriceNeedsThePermissionAndTheSamePriceDoesNot() {
        var clerk = TestToken.of("radius_write", "review_write");
        submit(clerk, Map.of("product_id", "DAY", "quantity", 1, "price", "10")).statusCode(201);
        submit(clerk, Map.of("product_id", "DAY", "quantity", 1, "price", "9.99"))
                .statusCode(403)
                .body("code", equalTo("insufficient_permission"));
    }

    @Test
    void whatWaitsForReviewIssuesNothingUntilItIsApproved() {
        long before = VoucherDatabase.number("select count(*) from voucher_batches");
        var update = submit(TestToken.of("radius_write"), Map.of("product_id", "DAY", "quantity", 2))
                .statusCode(202)
                .body("status", equalTo("pending_review"))
                .extract()
                .<Integer>path("update_id");
        assertEquals(before, VoucherDatabase.number("select count(*) from voucher_batches"));
        long batch = Api.call("approve_vouchers_update", Map.of("update_id", update))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("batch.batch_id");
        Batches.awaitStatus(batch, "completed");
        assertEquals(2, Batches.vouchers(batch));
    }

    @Test
    void sameIdempotencyKeyMakesOneBatch() {
        var parameters = Map.of("product_id", "DAY", "quantity", 1, "idempotency_key", UUID.randomUUID());
        var first = Api.call("add_hotspot_voucher_batch", parameters).extract().asString();
        assertEquals(
                first,
                Api.call("add_hotspot_voucher_batch", parameters)
                        .header("Idempotency-Replayed", "true")
                        .extract()
                        .asString());
    }

    @Test
    void batchThatIsThereNoMoreToStopCantBeCancelled() {
        long completed = Batches.completed(TestProducts.DAY, 1, Map.of());
        Api.call("cancel_hotspot_voucher_batch", Map.of("batch_id", completed))
                .statusCode(409)
                .body("code", equalTo("illegal_state"));
        assertEquals(1, Batches.vouchers(completed));
        for (var operation : new String[] {"get_hotspot_voucher_batch", "cancel_hotspot_voucher_batch"}) {
            Api.call(operation, Map.of("batch_id", 99_999_999)).statusCode(404).body("code", equalTo("not_found"));
            Api.call(operation, Map.of()).statusCode(400).body("errors.parameter", hasItem("batch_id"));
        }
    }

    @Test
    void listsByKeysetAndFilters() {
        long one = Batches.completed(TestProducts.FREE, 1, Map.of());
        long other = Batches.completed(TestProducts.FREE, 1, Map.of());
        var page = Api.call("get_hotspot_voucher_batches", Map.of("product_id", "free", "limit", 1))
                .statusCode(200)
                .body("items.batch_id", contains((int) one))
                .body("items[0].vouchers", nullValue())
                .extract()
                .jsonPath();
        Api.call("get_hotspot_voucher_batches", Map.of("product_id", "18", "limit", 1, "after", page.getString("next")))
                .body("items.batch_id", contains((int) other))
                .body("next", nullValue());
        Api.call("get_hotspot_voucher_batches", Map.of("product_id", "FREE", "status", "failed"))
                .body("items", empty());
        var since = Batches.get(other).getString("created_at");
        Api.call("get_hotspot_voucher_batches", Map.of("from", since, "limit", 500))
                .body("items.batch_id", hasItem((int) other))
                .body("items.batch_id", not(hasItem((int) one)));
        Api.call("get_hotspot_voucher_batches", Map.of("to", since, "limit", 500))
                .body("items.batch_id", not(hasItem((int) other)))
                .body("items.batch_id", hasItem((int) one));
        Api.call("get_hotspot_voucher_batches", Map.of("from", since, "to", "2020-01-01T00:00:00Z"))
                .statusCode(400)
                .body("errors.parameter", hasItem("to"));
    }

    @Test
    void withoutPermissionNothingIsDone() {
        submit(TestToken.of("radius_read"), Map.of("product_id", "DAY", "quantity", 1))
                .statusCode(403);
        given().post("/api/v1/add_hotspot_voucher_batch").then().statusCode(401);
        var stranger = TestToken.of("customers_write");
        for (var operation : new String[] {"get_hotspot_voucher_batch", "cancel_hotspot_voucher_batch"}) {
            Api.bearer(stranger)
                    .formParam("batch_id", 1)
                    .post("/api/v1/" + operation)
                    .then()
                    .statusCode(403);
        }
    }

    private static ValidatableResponse submit(TestToken token, Map<String, ?> parameters) {
        return Api.bearer(token)
                .formParams(parameters)
                .post("/api/v1/add_hotspot_voucher_batch")
                .then();
    }
}
