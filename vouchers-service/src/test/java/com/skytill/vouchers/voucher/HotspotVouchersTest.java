package com.skytill.vouchers.voucher;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.skytill.testing.token.TestToken;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.TestProducts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class HotspotVouchersTest {

    @Inject
    MovableClock clock;

    @ConfigProperty(name = "skytill.products.url")
    URI products;

    @AfterEach
    void putRight() {
        clock.reset();
        TestProducts.serve(wireMock(), TestProducts.ALL);
    }

    @Test
    void issuedVoucherFreezesItsProductsTerms() {
        Api.call("add_hotspot_voucher", Map.of("product_id", "day", "voucher_comment", "for room 7"))
                .statusCode(201)
                .body("voucher.voucher_code", matchesPattern("[2-9A-HJ-KM-NP-Z]{3}(-[2-9A-HJ-KM-NP-Z]{3}){2}"))
                .body("voucher.product_id", equalTo(11))
                .body("voucher.product_code", equalTo("DAY"))
                .body("voucher.price", equalTo("10.00"))
                .body("voucher.data_quota", equalTo(1_000_000_000))
                .body("voucher.validity", equalTo("PT24H"))
                .body("voucher.validity_starts", equalTo("first_use"))
                .body("voucher.expires_at", nullValue())
                .body("voucher.max_devices", equalTo(1))
                .body("voucher.status", equalTo("unused"))
                .body("voucher.voucher_comment", equalTo("for room 7"));
        Api.call("add_hotspot_voucher", Map.of("product_id", "12"))
                .statusCode(201)
                .body("voucher.product_code", equalTo("BIG"))
                .body("voucher.max_devices", equalTo(3));
    }

    @Test
    void productAddedAMomentAgoIsKnown() {
        TestProducts.serve(
                wireMock(), TestProducts.page(TestProducts.product(501, "FRESH", "\"data_cap\":5000000000")));
        Api.call("add_hotspot_voucher", Map.of("product_id", "FRESH"))
                .statusCode(201)
                .body("voucher.data_quota", equalTo(5_000_000_000L));
    }

    @Test
    void unknownProductIsSaidToBeUnavailableWhileItCantBeLookedUp() {
        Api.voucher(TestProducts.DAY);
        wireMock().register(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.serverError()));
        Api.call("add_hotspot_voucher", Map.of("product_id", "NEVER-SEEN"))
                .statusCode(503)
                .body("code", equalTo("upstream_unavailable"));
        Api.call("add_hotspot_voucher", Map.of("product_id", "DAY")).statusCode(201);
    }

    @Test
    void refusesProductsThatAreNotSoldAsVouchers() {
        Api.call("add_hotspot_voucher", Map.of("product_id", "ACCOUNT"))
                .statusCode(422)
                .body("code", equalTo("rule_violated"));
        Api.call("add_hotspot_voucher", Map.of("product_id", "RETIRED"))
                .statusCode(422)
                .body("code", equalTo("rule_violated"));
        Api.call("add_hotspot_voucher", Map.of("product_id", "NOPE"))
                .statusCode(400)
                .body("errors.parameter", hasItem("product_id"));
        Api.call("add_hotspot_voucher", Map.of())
                .statusCode(400)
                .body("code", equalTo("missing_parameter"))
                .body("errors.parameter", hasItem("product_id"));
    }

    @Test
    void anotherPriceNeedsThePermissionAndTheSamePriceDoesNot() {
        var clerk = TestToken.of("radius_write", "review_write");
        for (String same : new String[] {"10", "10.0", "10.00"}) {
            issue(clerk, Map.of("product_id", "DAY", "price", same)).statusCode(201);
        }
        issue(clerk, Map.of("product_id", "DAY", "price", "9.99"))
                .statusCode(403)
                .body("code", equalTo("insufficient_permission"))
                .body("detail", equalTo("This needs the permission accounting_write"));
        issue(TestToken.administrator(), Map.of("product_id", "DAY", "price", "9.99"))
                .statusCode(201)
                .body("voucher.price", equalTo("9.99"));
    }

    @Test
    void whatIsWrongWithAVoucherIsSaidByParameter() {
        Api.call(
                        "add_hotspot_voucher",
                        Map.of(
                                "product_id",
                                "DAY",
                                "price",
                                "1,5",
                                "use_before",
                                "yesterday",
                                "hotspot_id",
                                "x",
                                "voucher_coment",
                                ""))
                .statusCode(400)
                .body("errors.parameter", hasItem("price"))
                .body("errors.parameter", hasItem("use_before"))
                .body("errors.parameter", hasItem("hotspot_id"))
                .body("errors.parameter", hasItem("voucher_coment"));
        for (var bad : new String[] {"2020-01-01", "2020-01-01T00:00:00Z", "+999999999-12-31", "2026-02-30"}) {
            Api.call("add_hotspot_voucher", Map.of("product_id", "DAY", "use_before", bad))
                    .statusCode(400)
                    .body("errors.parameter", hasItem("use_before"));
        }
        Api.call("add_hotspot_voucher", Map.of("product_id", "DAY", "hotspot_id", "999999"))
                .statusCode(400)
                .body("errors.parameter", hasItem("hotspot_id"));
    }

    @Test
    void dateToUseItBeforeCountsTheWholeDayWhereTheWispIs() {
        Api.call("add_hotspot_voucher", Map.of("product_id", "DAY", "use_before", "2099-12-31"))
                .statusCode(201)
                .body("voucher.use_before", equalTo("2099-12-31T22:00:00Z"));
    }

    @Test
    void codeIsFoundHoweverItIsTyped() {
        String code = Api.voucher(TestProducts.DAY);
        String plain = code.replace("-", "").toLowerCase(Locale.ROOT);
        for (String typed : new String[] {code, plain, " " + plain + " ", plain.replaceAll("(..)", "$1 ")}) {
            Api.call("get_hotspot_vouchers", Map.of("code", typed))
                    .statusCode(200)
                    .body("items.voucher_code", equalTo(List.of(code)));
            assertEquals("unused", Api.usage(typed).getString("status"));
        }
    }

    @Test
    void listsByKeysetAndFilters() {
        String comment = UUID.randomUUID().toString();
        var hotspot = Api.call(
                        "add_hotspot", Map.of("name", "Café", "nas_identifier", comment, "nas_address", "127.0.0.1"))
                .statusCode(201)
                .extract()
                .<Integer>path("hotspot.hotspot_id");
        for (int i = 0; i < 3; i++) {
            Api.call("add_hotspot_voucher", Map.of("product_id", "BIG", "hotspot_id", hotspot))
                    .statusCode(201);
        }
        var first = Api.call("get_hotspot_vouchers", Map.of("hotspot_id", hotspot, "limit", 2))
                .statusCode(200)
                .body("items", hasSize(2))
                .extract()
                .jsonPath();
        Api.call(
                        "get_hotspot_vouchers",
                        Map.of(
                                "hotspot_id",
                                hotspot,
                                "limit",
                                2,
                                "after",
                                first.getString("next"),
                                "product_id",
                                "big"))
                .body("items", hasSize(1))
                .body("next", nullValue());
        Api.call("get_hotspot_vouchers", Map.of("hotspot_id", hotspot, "status", "expired"))
                .body("items", hasSize(0));
        Api.call("get_hotspot_vouchers", Map.of("hotspot_id", hotspot, "from", "2099-01-01T00:00:00Z"))
                .body("items", hasSize(0));
        Api.call("get_hotspot_vouchers", Map.of("hotspot_id", hotspot, "product_id", "11"))
                .body("items", hasSize(0));
        Api.call("get_hotspot_vouchers", Map.of("batch_id", "999999999")).body("items", hasSize(0));
        Api.call("get_hotspot_vouchers", Map.of("status", "lost"))
                .statusCode(400)
                .body("errors.parameter", hasItem("status"));
        Api.call("get_hotspot_vouchers", Map.of("from", "2026-02-01T00:00:00Z", "to", "2026-01-01T00:00:00Z"))
                .statusCode(400)
                .body("errors.parameter", hasItem("to"));
    }

    @Test
    void expiredVoucherStaysExpired() {
        String code = Api.voucher(TestProducts.DAY);
        Api.call("expire_hotspot_voucher", Map.of("voucher_code", code, "reason", "refunded"))
                .statusCode(200)
                .body("voucher.status", equalTo("expired"))
                .body("sessions_disconnecting", equalTo(0));
        Api.call("expire_hotspot_voucher", Map.of("voucher_code", code))
                .statusCode(409)
                .body("code", equalTo("illegal_state"));
        assertEquals("expired", Api.usage(code).getString("status"));
    }

    @Test
    void referenceIsACodeOrAnId() {
        for (String operation : new String[] {"expire_hotspot_voucher", "get_hotspot_voucher_usage"}) {
            Api.call(operation, Map.of())
                    .statusCode(400)
                    .body("code", equalTo("missing_parameter"))
                    .body("errors.parameter", hasItem("voucher_code"));
            Api.call(operation, Map.of("voucher_code", "ABC", "voucher_id", "1"))
                    .statusCode(400)
                    .body("errors.parameter", hasItem("voucher_id"));
            Api.call(operation, Map.of("voucher_code", " - - ")).statusCode(400);
            Api.call(operation, Map.of("voucher_id", "99999999")).statusCode(404);
            Api.call(operation, Map.of("voucher_code", "ZZZZZZZZZ"))
                    .statusCode(404)
                    .body("code", equalTo("not_found"));
        }
    }

    @Test
    void lifetimeFromIssueEndsUnusedVouchersToo() {
        String code = Api.voucher(TestProducts.BRIEF);
        clock.move(Duration.ofHours(2));
        assertEquals("expired", Api.usage(code).getString("status"));
        Api.call("get_hotspot_vouchers", Map.of("code", code, "status", "expired"))
                .body("items", hasSize(1));
        Api.call("expire_hotspot_voucher", Map.of("voucher_code", code)).statusCode(409);
    }

    @Test
    void twoHundredCallsWithTenKeysMakeTenVouchers() {
        String comment = UUID.randomUUID().toString();
        String bearer = TestToken.administrator().bearer();
        var bodies = Parallel.run(
                200,
                50,
                call -> given().header("Authorization", bearer)
                        .header("Idempotency-Key", comment + call % 10)
                        .formParam("product_id", "BIG")
                        .formParam("voucher_comment", comment)
                        .post("/api/v1/add_hotspot_voucher")
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString());
        for (int call = 0; call < 200; call++) {
            assertEquals(bodies.get(call % 10), bodies.get(call));
        }
        assertEquals(10, Set.copyOf(bodies).size());
        var comments = Api.call("get_hotspot_vouchers", Map.of("product_id", "BIG", "limit", 500))
                .extract()
                .jsonPath()
                .getList("items.voucher_comment");
        assertEquals(10, comments.stream().filter(comment::equals).count());
    }

    @Test
    void withoutPermissionNothingIsDone() {
        issue(TestToken.of("radius_read"), Map.of("product_id", "DAY")).statusCode(403);
        given().post("/api/v1/add_hotspot_voucher").then().statusCode(401);
        issue(TestToken.of("radius_write"), Map.of("product_id", "DAY"))
                .statusCode(202)
                .body("status", equalTo("pending_review"));
    }

    private static ValidatableResponse issue(TestToken token, Map<String, ?> parameters) {
        return Api.bearer(token)
                .formParams(parameters)
                .post("/api/v1/add_hotspot_voucher")
                .then();
    }

    private WireMock wireMock() {
        return WireMock.create()
                .host(products.getHost())
                .port(products.getPort())
                .build();
    }
}
