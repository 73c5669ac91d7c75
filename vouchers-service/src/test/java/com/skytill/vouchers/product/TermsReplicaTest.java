package com.skytill.vouchers.product;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.speed.PolicyCache;
import com.skytill.vouchers.speed.Speed;
import com.skytill.vouchers.speed.SpeedUsage;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class TermsReplicaTest {

    private static final String PATH = "/api/v1/get_available_data_products";

    /** As products-service answers them; 80 percent slow down to 1024/512, which the boost lets through at night. */
    private static final String FUP = """
            "data_cap":1000,"capped_download_kbps":256,"capped_upload_kbps":128,"add_overusage_on_topup":true,
            "rollover_months":3,"fup_speed_limit_policy_id":%1$d,"fup_speed_boost_policy_id":%2$d,
            "fup_speed_limit_policy":{"fup_speed_limit_policy_id":%1$d,"name":"Fair","window":"PT24H","tiers":[
                {"threshold_bytes":null,"threshold_percent":80,"download_kbps":null,"download_percent":50,
                 "upload_kbps":1024,"upload_percent":null}]},
            "fup_speed_boost_policy":{"fup_speed_boost_policy_id":%2$d,"name":"Nights","schedule":[
                {"days":["mon","wed"],"public_holidays":false,"start":"18:00","stop":"24:00","crosses_midnight":false}],
                "public_holidays":[],"download_boost_kbps":1,"download_boost_percent":null,
                "upload_boost_kbps":null,"upload_boost_percent":null,
                "applies_while_limited":true,"applies_when_capped":false}""";

    @Inject
    TermsReplicaJob job;

    @Inject
    PolicyCache policies;

    @Inject
    Pool pool;

    @ConfigProperty(name = "skytill.products.url")
    URI products;

    private WireMock server;

    @BeforeEach
    void connect() {
        server = WireMock.create()
                .host(products.getHost())
                .port(products.getPort())
                .build();
    }

    @AfterEach
    void putRight() {
        server.resetMappings();
        TestProducts.serve(server, TestProducts.ALL);
    }

    @Test
    void pullsEveryPageAndGoesOnFromTheFirstPagesBound() {
        serve("0", null, page("next-1", 700, TestProducts.product(601, "R-ONE", "\"price\":\"5.00\"")));
        serve("0", "next-1", page(null, 900, TestProducts.product(602, "R-TWO", "\"price\":\"6.00\"")));
        serve("700", null, page(null, 701, TestProducts.product(601, "R-ONE", "\"price\":\"7.00\"")));
        server.register(get(urlPathEqualTo(PATH))
                .withQueryParam("changed_since", matching("(?!0$|700$).*"))
                .atPriority(9)
                .willReturn(okJson(TestProducts.page())));
        restartFrom(0);
        pull();
        assertEquals("5.00", price("R-ONE"));
        assertEquals("6.00", price("R-TWO"));
        pull();
        assertEquals(
                "7.00", price("R-ONE"), "the page of the second pull began where the first page of the first ended");
        server.verifyThat(getRequestedFor(urlPathEqualTo(PATH))
                .withQueryParam("limit", equalTo("500"))
                .withHeader("Authorization", matching("Bearer .+")));
    }

    @Test
    void retiredProductIsNotSoldAnyMore() {
        all(TestProducts.product(603, "R-OLD", "\"price\":\"5.00\""));
        pull();
        Api.call("add_hotspot_voucher", Map.of("product_id", "R-OLD")).statusCode(201);
        all(TestProducts.product(603, "R-OLD", "\"status\":\"retired\""));
        pull();
        Api.call("add_hotspot_voucher", Map.of("product_id", "R-OLD")).statusCode(422);
    }

    @Test
    void issuedVoucherKeepsItsTermsWhenTheProductChanges() {
        all(TestProducts.product(604, "R-FROZEN", "\"data_cap\":1000"));
        pull();
        String code = Api.voucher("R-FROZEN");
        all(TestProducts.product(604, "R-FROZEN", "\"data_cap\":2000,\"price\":\"99.00\""));
        pull();
        Api.call("get_hotspot_vouchers", Map.of("code", code))
                .body("items[0].data_quota", is(1000))
                .body("items[0].price", is("10.00"));
    }

    @Test
    void whatIsKnownStaysWhenProductsServiceIsAway() {
        all(TestProducts.product(605, "R-STAYS", "\"price\":\"5.00\""));
        pull();
        server.register(get(urlPathEqualTo(PATH)).willReturn(serverError()));
        pull();
        server.register(get(urlPathEqualTo(PATH)).willReturn(okJson("{\"items\":")));
        pull();
        assertEquals("5.00", price("R-STAYS"));
    }

    @Test
    void policiesComeWithTheirProducts() {
        all(TestProducts.product(606, "R-FUP", FUP.formatted(61, 62)));
        pull();
        assertEquals(List.of(256, 128, 61L, 62L, true, 3), terms("R-FUP"));
        assertEquals(
                86_400L,
                one("select window_seconds from fup_speed_limit_policies where policy_id = 61")
                        .getLong(0));
        // Wednesday, 20:00 in the boost's window, and past the tier.
        assertEquals(new Speed(1025, 512), boosted(61L, 62L));
        pull();
        assertEquals(List.of(256, 128, 61L, 62L, true, 3), terms("R-FUP"), "policies that are known are no harm");
    }

    @Test
    void policiesComeWithProductsThatAreLookedUpToo() {
        all(TestProducts.product(607, "R-FUP-NEW", FUP.formatted(63, 64)));
        Api.voucher("R-FUP-NEW");
        assertEquals(List.of(256, 128, 63L, 64L, true, 3), terms("R-FUP-NEW"));
        assertEquals(new Speed(1025, 512), boosted(63L, 64L));
    }

    @Test
    void policiesGoWhenTheProductGivesThemUp() {
        all(TestProducts.product(608, "R-FUP-OFF", FUP.formatted(65, 66)));
        pull();
        String before = Api.voucher("R-FUP-OFF");
        all(TestProducts.product(608, "R-FUP-OFF", "\"price\":\"10.00\""));
        pull();
        String after = Api.voucher("R-FUP-OFF");
        assertEquals(Arrays.asList(null, null, null, null, false, 0), terms("R-FUP-OFF"));
        assertEquals(List.of(256, 128, 65L, 66L), frozen(before), "frozen with the voucher");
        assertEquals(Arrays.asList(null, null, null, null), frozen(after));
    }

    @Test
    void pageWithPolicyThatIsNotUnderstoodChangesNothing() {
        all(TestProducts.product(609, "R-FUP-BAD", "\"price\":\"5.00\""));
        pull();
        for (String bad : List.of(
                "\"fup_speed_limit_policy_id\":67,\"price\":\"6.00\"",
                "\"fup_speed_limit_policy_id\":67,\"fup_speed_limit_policy\":{\"tiers\":[]},\"price\":\"6.00\"",
                "\"fup_speed_boost_policy_id\":68,\"fup_speed_boost_policy\":{\"schedule\":7},\"price\":\"6.00\"")) {
            all(TestProducts.product(609, "R-FUP-BAD", bad));
            pull();
            assertEquals("5.00", price("R-FUP-BAD"), bad);
        }
        assertEquals(
                0L,
                one("select count(*) from fup_speed_limit_policies where policy_id = 67")
                        .getLong(0));
    }

    @Test
    void productThatWasAddedAMomentAgoIsFoundWhileChangesAreHeldBack() {
        server.register(get(urlPathEqualTo(PATH))
                .withQueryParam("changed_since", matching(".*"))
                .atPriority(1)
                .willReturn(okJson(TestProducts.page())));
        server.register(get(urlPathEqualTo(PATH))
                .withQueryParam("search", equalTo("r-new"))
                .atPriority(2)
                .willReturn(okJson(TestProducts.page(TestProducts.product(610, "R-NEW", "\"price\":\"5.00\"")))));
        assertEquals("5.00", price("r-new"));

        var all = get(urlPathEqualTo(PATH)).withQueryParam("search", WireMock.absent());
        server.register(all.withQueryParam("after", WireMock.absent())
                .atPriority(2)
                .willReturn(okJson(page("next-1", 1, TestProducts.product(611, "R-NEW-1", "\"price\":\"6.00\"")))));
        server.register(get(urlPathEqualTo(PATH))
                .withQueryParam("after", equalTo("next-1"))
                .atPriority(2)
                .willReturn(okJson(TestProducts.page(TestProducts.product(612, "R-NEW-2", "\"price\":\"7.00\"")))));
        assertEquals("7.00", price("612"));
    }

    private Speed boosted(long limitId, long boostId) {
        return policies.terms(new Speed(2048, 512), null, 1000L, limitId, boostId)
                .await()
                .atMost(Duration.ofSeconds(10))
                .speedAt(new SpeedUsage(false, 800), Instant.parse("2026-03-04T20:00:00Z"), ZoneOffset.UTC);
    }

    private List<Object> terms(String code) {
        return values(one("select capped_download_kbps, capped_upload_kbps, fup_speed_limit_policy_id,"
                + " fup_speed_boost_policy_id, add_overusage_on_topup, rollover_months from product_terms where"
                + " product_code = '" + code + "'"));
    }

    private List<Object> frozen(String code) {
        return values(one("select capped_download_kbps, capped_upload_kbps, fup_speed_limit_policy_id,"
                + " fup_speed_boost_policy_id from identities join vouchers on voucher_id = identity_id where"
                + " code = '" + code + "'"));
    }

    private static List<Object> values(Row row) {
        var values = new ArrayList<Object>();
        for (int i = 0; i < row.size(); i++) {
            values.add(row.getValue(i));
        }
        return values;
    }

    private Row one(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next();
    }

    private void pull() {
        job.pull().await().atMost(Duration.ofSeconds(10));
    }

    /** Whatever the number is that the replica goes on from. */
    private void all(String... changed) {
        TestProducts.serve(server, TestProducts.page(changed));
    }

    private void restartFrom(long number) {
        server.register(get(urlPathEqualTo(PATH))
                .withQueryParam("changed_since", matching("(?!0$|700$).*"))
                .atPriority(1)
                .willReturn(okJson("{\"items\":[],\"next\":null,\"changed_through\":" + number + "}")));
        pull();
    }

    private void serve(String since, String after, String page) {
        var request = get(urlPathEqualTo(PATH)).withQueryParam("changed_since", equalTo(since));
        server.register((after == null
                        ? request.withQueryParam("after", WireMock.absent())
                        : request.withQueryParam("after", equalTo(after)))
                .atPriority(2)
                .willReturn(okJson(page)));
    }

    private static String page(String next, long through, String... items) {
        return "{\"items\":[" + String.join(",", List.of(items)) + "],\"next\":"
                + (next == null ? "null" : "\"" + next + "\"") + ",\"changed_through\":" + through + "}";
    }

    private static String price(String product) {
        return Api.call("add_hotspot_voucher", Map.of("product_id", product))
                .statusCode(201)
                .extract()
                .path("voucher.price");
    }
}
