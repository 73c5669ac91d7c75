package com.skytill.customers;

import com.skytill.testing.parallel.Parallel;
import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static com.skytill.customers.Api.STAFF;
import static com.skytill.customers.Api.STRANGER;
import static com.skytill.customers.Api.customersOf;
import static com.skytill.customers.Api.get;
import static com.skytill.customers.Api.individual;
import static com.skytill.customers.Api.letters;
import static com.skytill.customers.Api.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A customer submitted by somebody who can't review: nobody sees it until it is approved, once. */
@QuarkusTest
class CustomerReviewTest {

    private int group;
    private String letters;
    private Map<String, Object> parameters;

    @BeforeEach
    void submit() {
        group = Api.billingGroup();
        letters = letters();
        parameters = individual(letters, group);
    }

    @Test
    void waitingCustomerIsVisibleNowhere() {
        waiting();
        get(STAFF, "get_customers", Map.of("search", parameters.get("email")))
                .then()
                .body("items.size()", equalTo(0));
        get(STAFF, "get_customer", Map.of("customer_id", letters + "001"))
                .then()
                .statusCode(404);
        // It is no duplicate, and takes no accounting code either.
        post(STAFF, "add_customer", parameters)
                .then()
                .statusCode(201)
                .body("possible_duplicates.size()", equalTo(0))
                .body("customer.accounting_code", equalTo(letters + "001"));
    }

    @Test
    void approvalAtOnceAppliesOnce() throws Exception {
        int id = waiting();
        var statuses = Parallel.run(
                        2, ignored -> decide(STAFF, "approve", id, "fine").statusCode())
                .stream()
                .sorted()
                .toList();
        assertEquals(List.of(200, 409), statuses);
        assertEquals(1, customersOf(group));
        get(STAFF, "get_customer", Map.of("customer_id", letters + "001"))
                .then()
                .statusCode(200);
        decide(STAFF, "approve", id, "again").then().statusCode(409).body("code", equalTo("already_decided"));
        assertEquals(1, customersOf(group));
    }

    @Test
    void approvalShowsTheCustomerAndItsPossibleDuplicatesAsOfThen() {
        int id = waiting();
        int other = post(STAFF, "add_customer", parameters).path("customer.customer_id");
        decide(STAFF, "approve", id, "fine")
                .then()
                .statusCode(200)
                .body("update.status", equalTo("applied"))
                .body("customer.accounting_code", equalTo(letters + "002"))
                .body("possible_duplicates.customer_id", equalTo(List.of(other)));
    }

    @Test
    void approvalOfATakenCodeChangesNothingAndSaysWhy() {
        parameters.put("accounting_code", letters + "007");
        int id = waiting();
        post(STAFF, "add_customer", parameters).then().statusCode(201);
        decide(STAFF, "approve", id, "fine").then().statusCode(409).body("code", equalTo("already_exists"));
        assertEquals(1, customersOf(group));
    }

    @Test
    void faultyCustomerIsRefusedWhenSubmitted() {
        parameters.put("billing_group_id", 999_999_999);
        post(STRANGER, "add_customer", parameters)
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("billing_group_id")));
    }

    @Test
    void rejectedCustomerIsNeverAdded() {
        int id = waiting();
        decide(STAFF, "reject", id, "").then().statusCode(400).body("errors.parameter", equalTo(List.of("reason")));
        decide(STRANGER, "reject", id, "no").then().statusCode(403);
        decide(STAFF, "reject", id, "already a customer")
                .then()
                .statusCode(200)
                .body("update.status", equalTo("rejected"))
                .body("update.decision_reason", equalTo("already a customer"));
        decide(STAFF, "approve", id, "fine").then().statusCode(409).body("code", equalTo("already_decided"));
        assertEquals(0, customersOf(group));
    }

    @Test
    void submitterTakesItBack() {
        int id = waiting();
        decide(STRANGER.by("3", "other"), "withdraw", id, "").then().statusCode(404);
        decide(STRANGER, "withdraw", id, "").then().statusCode(200).body("update.status", equalTo("withdrawn"));
        decide(STAFF, "approve", id, "fine").then().statusCode(409);
        assertEquals(0, customersOf(group));
    }

    private int waiting() {
        return post(STRANGER, "add_customer", parameters)
                .then()
                .statusCode(202)
                .body("status", equalTo("pending_review"))
                .body("customer", nullValue())
                .body("possible_duplicates", nullValue())
                .extract()
                .path("update_id");
    }

    private static Response decide(TestToken token, String verb, int id, String reason) {
        return post(token, verb + "_customers_update", new HashMap<>(Map.of("update_id", id, "reason", reason)));
    }
}
