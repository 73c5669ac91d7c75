package com.skytill.leads;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.or;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/**
 * customers-service as a test wants it, in the shape of its real answers. Everything is told apart by the e-mail address or the
 * phone number of the test's own lead.
 */
final class CustomersDouble {

    private static final String FIND = "/api/v1/get_customers";
    private static final String ADD = "/api/v1/add_customer";

    private final WireMock server;

    CustomersDouble(URI url) {
        server = WireMock.create().host(url.getHost()).port(url.getPort()).build();
    }

    /** Whom nobody tells it of, it does not know. */
    static void knowNobody(WireMockServer server) {
        var ignored = server.stubFor(post(urlPathEqualTo(FIND)).atPriority(9).willReturn(okJson(page())));
    }

    /** It finds these by that phone number, e-mail address or lead. */
    void finds(Object value, String... customers) {
        find(value, okJson(page(customers)));
    }

    /** It answers like this who looks for customers with that phone number, e-mail address or lead. */
    void find(Object value, ResponseDefinitionBuilder answer) {
        register(post(urlPathEqualTo(FIND)).withRequestBody(filter(value)), answer);
    }

    /** It adds the customer of that address, and says so after so long. */
    void adds(String email, int customerId, int afterMillis) {
        add(
                email,
                okJson("{\"status\":\"applied\",\"update_id\":5,\"customer\":"
                                + customer(customerId, email, "021 555 0100") + ",\"possible_duplicates\":[]}")
                        .withStatus(201)
                        .withFixedDelay(afterMillis));
    }

    /** It answers the adding of that address's customer like this. */
    void add(String email, ResponseDefinitionBuilder answer) {
        register(post(urlPathEqualTo(ADD)).withRequestBody(matchingJsonPath("$.email", equalTo(email))), answer);
    }

    /** It refuses the customer of that address. */
    void refuses(String email, int status, String code, String more) {
        add(
                email,
                aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"type\":\"x\",\"title\":\"x\",\"status\":" + status
                                + ",\"detail\":\"because\",\"code\":\"" + code + "\",\"request_id\":\"r\"" + more
                                + "}"));
    }

    /** Of the updates of that status it shows these. */
    void reviewed(String status, int... updateIds) {
        var items = new JsonArray();
        for (int updateId : updateIds) {
            items.add(new JsonObject().put("update_id", updateId).put("status", status));
        }
        register(
                post(urlPathEqualTo("/api/v1/get_pending_customers_updates"))
                        .withRequestBody(matchingJsonPath("$.status", equalTo(status)))
                        .withRequestBody(matchingJsonPath("$.operation", equalTo("add_customer"))),
                okJson(new JsonObject().put("items", items).putNull("next").encode()));
    }

    /** What it was asked to add for that address. */
    List<LoggedRequest> added(String email) {
        return server.find(
                postRequestedFor(urlPathEqualTo(ADD)).withRequestBody(matchingJsonPath("$.email", equalTo(email))));
    }

    /** How often it was asked for customers with that phone number, e-mail address or lead. */
    int searched(Object value) {
        return server.find(postRequestedFor(urlPathEqualTo(FIND)).withRequestBody(filter(value)))
                .size();
    }

    private static StringValuePattern filter(Object value) {
        var equal = equalTo(value.toString());
        return or(
                matchingJsonPath("$.phone", equal),
                matchingJsonPath("$.email", equal),
                matchingJsonPath("$.lead_id", equal));
    }

    /** The value of that parameter of a call; null when it has none. */
    static String parameter(LoggedRequest request, String name) {
        return new JsonObject(request.getBodyAsString()).getString(name);
    }

    /** A customer as it answers one. */
    static String customer(int id, String email, String phone) {
        return customer(id, email, phone, null);
    }

    /** The same, made of a lead; null for none. */
    static String customer(int id, String email, String phone, Integer leadId) {
        return new JsonObject()
                .put("customer_id", id)
                .put("accounting_code", "PIE001")
                .put("kind", "individual")
                .put("status", "active")
                .put("name", "Piet")
                .putNull("company_name")
                .put("phone", phone)
                .put("email", email)
                .put("billing_group_id", 1)
                .put("notes", "secret")
                .put("lead_id", leadId)
                .put("created_at", "2026-01-01T00:00:00Z")
                .encode();
    }

    private void register(MappingBuilder request, ResponseDefinitionBuilder answer) {
        server.register(request.willReturn(answer));
    }

    private static String page(String... customers) {
        var items = new JsonArray(Stream.of(customers).map(JsonObject::new).toList());
        return new JsonObject().put("items", items).putNull("next").encode();
    }
}
