package com.skytill.vouchers;

import com.github.tomakehurst.wiremock.client.WireMock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/** customers-service as the tests see it: customers in the shape of its real answers. */
public final class TestCustomers {

    /** Has access. */
    public static final String ACTIVE = "PIE041";
    /** Has access too. */
    public static final String OTHER = "THA042";
    /** Has none for now. */
    public static final String SUSPENDED = "SUS043";
    /** Has none any more. */
    public static final String CANCELLED = "CAN044";

    private static final String ONE = "/api/v1/get_customer";
    private static final String CHANGED = "/api/v1/get_customers";

    private TestCustomers() {}

    /** Serves each of them when asked for by its ID or code, and nobody else. */
    public static void serve(WireMock server) {
        server.register(get(urlPathEqualTo(ONE))
                .willReturn(aResponse()
                        .withStatus(404)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"code\":\"not_found\"}")));
        serve(server, 41, ACTIVE, "active");
        serve(server, 42, OTHER, "active");
        serve(server, 43, SUSPENDED, "suspended");
        serve(server, 44, CANCELLED, "cancelled");
    }

    /** Serves that customer when asked for. */
    public static void serve(WireMock server, long id, String code, String status) {
        server.register(get(urlPathEqualTo(ONE))
                .withQueryParam("customer_id", matching("(?i)" + code + "|" + id))
                .willReturn(okJson(customer(id, code, status))));
    }

    /** Serves these customers as what changed since whenever. */
    public static void serveChanged(WireMock server, String... customers) {
        server.register(get(urlPathEqualTo(CHANGED))
                .willReturn(okJson(
                        "{\"items\":[" + String.join(",", customers) + "],\"next\":null,\"changed_through\":100}")));
    }

    /** A customer. */
    public static String customer(long id, String code, String status) {
        return "{\"customer_id\":" + id + ",\"accounting_code\":\"" + code + "\",\"kind\":\"individual\",\"status\":\""
                + status + "\",\"name\":\"Piet Slabbert\",\"phone\":\"+27 21 555 0100\",\"notes\":null}";
    }
}
