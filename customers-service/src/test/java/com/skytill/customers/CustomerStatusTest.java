package com.skytill.customers;

import com.skytill.testing.parallel.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import static com.skytill.customers.Api.STAFF;
import static com.skytill.customers.Api.STRANGER;
import static com.skytill.customers.Api.billingGroup;
import static com.skytill.customers.Api.get;
import static com.skytill.customers.Api.individual;
import static com.skytill.customers.Api.letters;
import static com.skytill.customers.Api.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Suspend, resume, cancel: each step from where it is allowed, once, with its reason, told to replicas. */
@QuarkusTest
class CustomerStatusTest {

    @Test
    void suspendedIsResumedAndCancelledForGood() {
        int id = customer();
        step("suspend", id, "unpaid")
                .then()
                .statusCode(200)
                .body("customer.status", equalTo("suspended"))
                .body("customer.status_reason", equalTo("unpaid"))
                .body("customer.status_changed_at", notNullValue());
        step("resume", id, "").then().statusCode(200).body("customer.status", equalTo("active"));
        shown(id).then().body("status", equalTo("active")).body("status_reason", nullValue());
        step("suspend", id, "").then().statusCode(200);
        step("cancel", id, "moved away").then().statusCode(200).body("customer.status", equalTo("cancelled"));
        for (String verb : List.of("suspend", "resume", "cancel")) {
            step(verb, id, "again").then().statusCode(409).body("code", equalTo("illegal_state"));
        }
        shown(id).then().body("status", equalTo("cancelled")).body("status_reason", equalTo("moved away"));
    }

    @Test
    void refusalNamesTheState() {
        int id = customer();
        step("resume", id, "")
                .then()
                .statusCode(409)
                .body("detail", equalTo("The customer is active, so it can't be resumed"));
        step("suspend", id, "");
        step("suspend", id, "twice")
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal_state"))
                .body("detail", equalTo("The customer is suspended, so it can't be suspended"));
        shown(id).then().body("status_reason", nullValue());
    }

    @Test
    void cancellingNeedsAReason() {
        int id = customer();
        step("cancel", id, "").then().statusCode(400).body("errors.parameter", equalTo(List.of("reason")));
        step("cancel", id, "   ").then().statusCode(400);
        shown(id).then().body("status", equalTo("active"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspend", "resume", "cancel", "update"})
    void unknownCustomerIsNotFound(String verb) {
        var parameters = new HashMap<String, Object>(Map.of("customer_id", "NOBODY1"));
        if (!verb.equals("update")) {
            parameters.put("reason", "x");
        }
        post(STAFF, verb + "_customer", parameters).then().statusCode(404).body("code", equalTo("not_found"));
    }

    @Test
    void customerIsNamedByItsAccountingCodeToo() {
        int id = customer();
        String code = shown(id).path("accounting_code");
        post(STAFF, "suspend_customer", Map.of("customer_id", code.toLowerCase(Locale.ROOT)))
                .then()
                .statusCode(200)
                .body("customer.customer_id", equalTo(id));
    }

    @Test
    void ofManyAtOnceOneSuspends() throws Exception {
        int id = customer();
        var statuses = Parallel.run(20, i -> step("suspend", id, "by " + i).statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        assertEquals(19, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
    }

    @Test
    void cancelledAndResumedAtOnceEndsCancelled() throws Exception {
        for (int i = 0; i < 10; i++) {
            int id = customer();
            step("suspend", id, "");
            Parallel.run(
                    2,
                    one -> step(one == 0 ? "cancel" : "resume", id, "at once").statusCode());
            shown(id).then().body("status", equalTo("cancelled"));
        }
    }

    @Test
    void waitingSuspensionSuspendsNobodyAndIsCheckedAgain() {
        int id = customer();
        int update = post(STRANGER, "suspend_customer", Map.of("customer_id", id, "reason", "unpaid"))
                .then()
                .statusCode(202)
                .extract()
                .path("update_id");
        shown(id).then().body("status", equalTo("active"));
        step("cancel", id, "gone");
        post(STAFF, "approve_customers_update", Map.of("update_id", update))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal_state"));
        shown(id).then().body("status", equalTo("cancelled"));
    }

    @Test
    void replicaLearnsOfEveryChangeAndAsksOn() {
        int id = customer();
        long through =
                changed(0, 500).then().statusCode(200).extract().jsonPath().getLong("changed_through");
        step("suspend", id, "unpaid");
        var answer = changed(through, 500);
        // What is still under way somewhere else on the server holds the number back.
        while (answer.jsonPath().getLong("changed_through") <= through) {
            answer = changed(through, 500);
        }
        answer.then().body("items.find { it.customer_id == " + id + " }.status", equalTo("suspended"));
        long next = answer.jsonPath().getLong("changed_through");
        changed(next, 500).then().body("items.customer_id", not(hasItem(id)));
    }

    @ParameterizedTest
    @CsvSource({"changed_since, -1", "changed_since, x", "status, gone"})
    void replicasFilterIsChecked(String parameter, String value) {
        get(STAFF, "get_customers", Map.of(parameter, value))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter)));
    }

    private static Response changed(long since, int limit) {
        return get(STAFF, "get_customers", Map.of("changed_since", since, "limit", limit));
    }

    private static Response step(String verb, int id, String reason) {
        return post(STAFF, verb + "_customer", Map.of("customer_id", id, "reason", reason));
    }

    private static Response shown(int id) {
        return get(STAFF, "get_customer", Map.of("customer_id", id));
    }

    private static int customer() {
        return post(STAFF, "add_customer", individual(letters(), billingGroup()))
                .then()
                .statusCode(201)
                .extract()
                .path("customer.customer_id");
    }
}
