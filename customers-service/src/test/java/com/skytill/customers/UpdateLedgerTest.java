package com.skytill.customers;

import com.skytill.testing.parallel.Parallel;
import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Review, idempotency and audit, by the simplest update there is. */
@QuarkusTest
class UpdateLedgerTest {

    private static final TestToken STAFF = TestToken.administrator().by("1", "staff");
    private static final TestToken STRANGER = TestToken.of("customers_write").by("2", "stranger");

    @Test
    void strangersUpdateWaitsAndChangesNothing() {
        String name = name();
        add(STRANGER, name)
                .then()
                .statusCode(202)
                .body("status", equalTo("pending_review"))
                .body("billing_group", nullValue());
        assertEquals(Set.of(), names(name));
    }

    @Test
    void approvalAppliesExactlyOnce() throws Exception {
        String name = name();
        int id = add(STRANGER, name).path("update_id");
        call(STAFF, "get_pending_customers_updates")
                .then()
                .statusCode(200)
                .body("items.find { it.update_id == " + id + " }.submitted_by", equalTo("stranger"))
                .body("items.find { it.update_id == " + id + " }.parameters.name", equalTo(name));
        var statuses =
                Parallel.run(20, ignored -> decide(STAFF, "approve", id, "fine").statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        assertEquals(19, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        assertEquals(Set.of(name), names(name));
        decide(STAFF, "approve", id, "again").then().statusCode(409).body("code", equalTo("already_decided"));
    }

    @Test
    void approvalChecksAgainAsThingsAreNow() {
        String name = name();
        int id = add(STRANGER, name).path("update_id");
        add(STAFF, name).then().statusCode(201);
        decide(STAFF, "approve", id, "fine").then().statusCode(409).body("code", equalTo("already_exists"));
        call(STAFF, "get_pending_customers_updates").then().body("items.update_id", hasItem(id));
    }

    @Test
    void rejectionNeedsAReasonAndIsFinal() {
        String name = name();
        int id = add(STRANGER, name).path("update_id");
        decide(STAFF, "reject", id, "").then().statusCode(400).body("errors.parameter", equalTo(List.of("reason")));
        decide(STRANGER, "reject", id, "no").then().statusCode(403).body("code", equalTo("insufficient_permission"));
        decide(STAFF, "reject", id, "no such group").then().statusCode(200).body("update.status", equalTo("rejected"));
        decide(STAFF, "approve", id, "fine").then().statusCode(409);
        trail("status", "rejected")
                .then()
                .body("items.find { it.update_id == " + id + " }.decision_reason", equalTo("no such group"))
                .body("items.find { it.update_id == " + id + " }.decided_by", equalTo("staff"));
        assertEquals(Set.of(), names(name));
    }

    @Test
    void onlyItsSubmitterWithdraws() {
        int id = add(STRANGER, name()).path("update_id");
        decide(STRANGER.by("3", "other"), "withdraw", id, "").then().statusCode(404);
        decide(STRANGER, "withdraw", id, "").then().statusCode(200).body("update.status", equalTo("withdrawn"));
        decide(STAFF, "approve", id, "").then().statusCode(409);
    }

    @Test
    void sameKeyGetsTheFirstAnswerByteForByte() {
        String name = name();
        String key = UUID.randomUUID().toString();
        var first = keyed(STAFF, name, key);
        assertEquals(201, first.statusCode());
        assertNull(first.header("Idempotency-Replayed"));
        var again = given().header("Authorization", STAFF.bearer())
                .formParam("billing_day", "5")
                .formParam("name", name)
                .formParam("idempotency_key", key)
                .post("/api/v1/add_billing_group");
        assertEquals(201, again.statusCode());
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(first.asString(), again.asString());
        keyed(STAFF, name(), key).then().statusCode(422).body("code", equalTo("idempotency_key_reused"));
        keyed(STAFF.through("another-till"), name(), key).then().statusCode(201);
    }

    @Test
    void waitingUpdateIsReplayedAsWaiting() {
        String name = name();
        String key = UUID.randomUUID().toString();
        int id = keyed(STRANGER, name, key).path("update_id");
        decide(STAFF, "approve", id, "").then().statusCode(200);
        keyed(STRANGER, name, key).then().statusCode(202).body("update_id", equalTo(id));
    }

    @Test
    void refusedUpdateDoesNotHoldItsKey() {
        String name = name();
        String key = UUID.randomUUID().toString();
        add(STAFF, name).then().statusCode(201);
        keyed(STAFF, name, key).then().statusCode(409).body("code", equalTo("already_exists"));
        keyed(STAFF, name(), key).then().statusCode(201);
    }

    @Test
    void manyAtOnceWithFewKeysAddAsManyAsThereAreKeys() throws Exception {
        String prefix = name();
        var answers = Parallel.run(100, i -> {
            int key = i % 5;
            var response = keyed(STAFF, prefix + key, prefix.replace(' ', '-') + key);
            assertEquals(201, response.statusCode(), response.asString());
            return key + response.asString();
        });
        assertEquals(5, new HashSet<>(answers).size());
        assertEquals(5, names(prefix).size());
    }

    @Test
    void badInputIsNamedAndChangesNothing() {
        var bad = new HashMap<String, String>();
        bad.put("", "name");
        bad.put("a\u0007b", "name");
        bad.put("x".repeat(101), "name");
        bad.forEach((value, parameter) -> given().header("Authorization", STAFF.bearer())
                .formParam("name", value)
                .formParam("billing_day", "5")
                .post("/api/v1/add_billing_group")
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter))));
        for (String day : List.of("", "0", "29", "1.5", "first")) {
            String name = name();
            given().header("Authorization", STAFF.bearer())
                    .formParam("name", name)
                    .formParam("billing_day", day)
                    .post("/api/v1/add_billing_group")
                    .then()
                    .statusCode(400)
                    .body("errors.parameter", equalTo(List.of("billing_day")));
            assertEquals(Set.of(), names(name));
        }
    }

    @Test
    void auditTellsWhoDidWhat() {
        String name = name();
        int id = add(STAFF.by("4", "auditor"), name).path("update_id");
        trail("submitted_by", "auditor")
                .then()
                .statusCode(200)
                .body("items.find { it.update_id == " + id + " }.operation", equalTo("add_billing_group"))
                .body("items.find { it.update_id == " + id + " }.entity", equalTo("billing_group"))
                .body("items.find { it.update_id == " + id + " }.client_id", equalTo("pos-till"))
                .body("items.find { it.update_id == " + id + " }.request_id", not(nullValue()));
        call(STRANGER, "get_customers_audit_log").then().statusCode(403);
    }

    private static Response add(TestToken token, String name) {
        return given().header("Authorization", token.bearer())
                .formParam("name", name)
                .formParam("billing_day", "5")
                .post("/api/v1/add_billing_group");
    }

    private static Response keyed(TestToken token, String name, String key) {
        return given().header("Authorization", token.bearer())
                .header("Idempotency-Key", key)
                .formParam("name", name)
                .formParam("billing_day", "5")
                .post("/api/v1/add_billing_group");
    }

    private static Response decide(TestToken token, String verb, int id, String reason) {
        return given().header("Authorization", token.bearer())
                .formParam("update_id", id)
                .formParam("reason", reason)
                .post("/api/v1/" + verb + "_customers_update");
    }

    private static Response call(TestToken token, String operation) {
        return given().header("Authorization", token.bearer())
                .queryParam("limit", 500)
                .get("/api/v1/" + operation);
    }

    /** The part of the audit trail that other tests don't fill. */
    private static Response trail(String filter, String value) {
        return given().header("Authorization", STAFF.bearer())
                .queryParam("limit", 500)
                .queryParam(filter, value)
                .get("/api/v1/get_customers_audit_log");
    }

    /** The groups whose names begin like that. */
    private static Set<String> names(String prefix) {
        List<String> all = call(STAFF, "get_billing_groups").path("items.name");
        var found = new HashSet<>(all);
        found.removeIf(name -> !name.startsWith(prefix));
        return found;
    }

    private static String name() {
        return "Group " + UUID.randomUUID();
    }
}
