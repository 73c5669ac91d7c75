package com.skytill.customers;

import com.skytill.testing.token.TestToken;
import io.restassured.response.Response;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import static io.restassured.RestAssured.given;

/** The service as its callers see it. */
final class Api {

    /** May approve, so what they submit is applied at once. */
    static final TestToken STAFF = TestToken.administrator().by("1", "staff");

    /** May submit, but not approve. */
    static final TestToken STRANGER = TestToken.of("customers_write").by("2", "stranger");

    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private Api() {}

    static Response post(TestToken token, String operation, Map<String, ?> parameters) {
        return given().header("Authorization", token.bearer())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(parameters)
                .post("/api/v1/" + operation);
    }

    static Response get(TestToken token, String operation, Map<String, ?> parameters) {
        return given().header("Authorization", token.bearer())
                .queryParams(parameters)
                .get("/api/v1/" + operation);
    }

    /** A new billing group. */
    static int billingGroup() {
        return post(STAFF, "add_billing_group", Map.of("name", "Group " + UUID.randomUUID(), "billing_day", 5))
                .then()
                .statusCode(201)
                .extract()
                .path("billing_group.billing_group_id");
    }

    /** Parameters of a customer that nobody else resembles; change one thing. */
    static Map<String, Object> individual(String name, int billingGroup) {
        var parameters = new HashMap<String, Object>();
        parameters.put("kind", "individual");
        parameters.put("name", name);
        parameters.put("phone", phone());
        parameters.put("email", UUID.randomUUID() + "@example.org");
        parameters.put("billing_group_id", billingGroup);
        return parameters;
    }

    /** A number that no other test's customers have. */
    static String phone() {
        return "+27 " + ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L);
    }

    /** Three letters that no other test's names begin with, nor a title. */
    static String letters() {
        int number = PREFIXES.getAndIncrement();
        return "Q" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
    }

    /** The cursor of the page that begins after that ID. */
    static String cursor(long id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("id:" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** How many customers the group has, up to 500. */
    static int customersOf(int billingGroup) {
        return get(STAFF, "get_customers", Map.of("billing_group_id", billingGroup, "limit", 500))
                .then()
                .statusCode(200)
                .extract()
                .path("items.size()");
    }
}
