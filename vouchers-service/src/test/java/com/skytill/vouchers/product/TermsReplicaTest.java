package com.skytill.vouchers.product;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.TestProducts;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.net.URI;
import java.time.Duration;
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

    @Inject
    TermsReplicaJob job;

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
