package com.skytill.leads;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.inject.Inject;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.skytill.leads.Api.get;
import static com.skytill.leads.Api.lead;
import static com.skytill.leads.Api.post;
import static com.skytill.leads.CustomersDouble.customer;
import static com.skytill.leads.CustomersDouble.parameter;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Whatever customers-service answers, the caller is told what came of it, and nothing is half done. */
@QuarkusTest
class ConversionAnswersTest {

    private static final Duration A_DAY = Duration.ofHours(25);
    private static final String WAITS = "{\"status\":\"pending_review\",\"update_id\":77}";
    private static final int TOO_LATE = 5000;

    @ConfigProperty(name = "skytill.customers.url")
    URI url;

    @Inject
    MovableClock clock;

    private CustomersDouble customers;
    private final String email = Api.email();
    private final String phone = Api.phone();

    @BeforeEach
    void connect() {
        customers = new CustomersDouble(url);
    }

    @AfterEach
    void putRight() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "500, 502, upstream_failed",
        "502, 502, upstream_failed",
        "503, 503, upstream_unavailable",
        "504, 504, upstream_timeout"
    })
    void failureOfCustomersServiceIsToldAndMayBeRepeated(int status, int answered, String code) {
        int id = newLead();
        customers.add(email, aResponse().withStatus(status).withBody("Traceback: com.skytill.Secret"));
        convert(id).then().statusCode(answered).body("code", equalTo(code)).body("customer", nullValue());
        customers.adds(email, 62, 0);
        convert(id).then().statusCode(200);
        assertRepeated();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{}",
                "null",
                "{\"customer\":7}",
                "{\"customer\":{}}",
                "{\"customer\":{\"customer_id\":\"x\"}}"
            })
    void rubbishIsAFailureAndMayBeRepeated(String body) {
        int id = newLead();
        customers.add(email, aResponse().withStatus(201).withBody(body));
        convert(id).then().statusCode(502).body("code", equalTo("upstream_failed"));
        get(id).then().body("status", equalTo("new"));
        customers.adds(email, 63, 0);
        convert(id).then().statusCode(200);
        assertRepeated();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 404, 418})
    void whatIsNoAnswerOfCustomersServiceIsAFailure(int status) {
        int id = newLead();
        customers.add(email, aResponse().withStatus(status).withBody("<html>").withHeader("Location", "/q/health"));
        convert(id).then().statusCode(502).body("code", equalTo("upstream_failed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMPTY_RESPONSE",
                "RANDOM_DATA_THEN_CLOSE",
                "MALFORMED_RESPONSE_CHUNK",
                "CONNECTION_RESET_BY_PEER"
            })
    void brokenConnectionIsAFailureAndMayBeRepeated(String fault) {
        int id = newLead();
        customers.add(email, new ResponseDefinitionBuilder().withFault(Fault.valueOf(fault)));
        convert(id).then().statusCode(502).body("code", equalTo("upstream_failed"));
        customers.adds(email, 64, 0);
        convert(id).then().statusCode(200);
        assertRepeated();
    }

    @Test
    void endlessAnswersAreCutOff() {
        int slow = newLead();
        customers.add(
                email, aResponse().withStatus(201).withBody(" ".repeat(1000)).withChunkedDribbleDelay(100, 10_000));
        convert(slow).then().statusCode(504).body("code", equalTo("upstream_timeout"));
        customers.add(email, aResponse().withStatus(201).withBody(" ".repeat(9 << 20)));
        convert(slow).then().statusCode(502).body("code", equalTo("upstream_failed"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_parameter, billing_group_id",
        "409, already_exists, ''",
        "403, insufficient_permission, ''",
        "422, rule_violated, ''"
    })
    void refusalIsPassedOnByNameAndNothingIsLeftBehind(int status, String code, String parameter) {
        int id = newLead();
        customers.refuses(
                email,
                status,
                code,
                parameter.isEmpty()
                        ? ""
                        : ",\"errors\":[{\"parameter\":\"" + parameter
                                + "\",\"code\":\"invalid_parameter\",\"message\":\"there is none\"}]");
        var answer = convert(id)
                .then()
                .statusCode(status)
                .body("code", equalTo(code))
                .body("detail", equalTo("because"));
        if (!parameter.isEmpty()) {
            answer.body("errors.parameter", hasItem(parameter)).body("errors.message", hasItem("there is none"));
        }
        // It is known that there is no customer: the lead is free.
        post("update_sales_lead", Map.of("lead_id", id, "status", "lost"))
                .then()
                .statusCode(200);
        post("update_sales_lead", Map.of("lead_id", id, "status", "contacted"))
                .then()
                .statusCode(200);
        customers.adds(email, 66, 0);
        post("convert_sales_lead", individual(id, 2)).then().statusCode(200);
    }

    @Test
    void refusalAtTheDoorSaysNothingOfAnEarlierCall() {
        int id = timedOut();
        customers.refuses(email, 403, "insufficient_permission", "");
        convert(id).then().statusCode(403);
        customers.refuses(email, 409, "idempotency_key_in_use", "");
        convert(id).then().statusCode(409).body("code", equalTo("idempotency_key_in_use"));
        post("update_sales_lead", Map.of("lead_id", id, "status", "lost"))
                .then()
                .statusCode(409);
        customers.adds(email, 67, 0);
        convert(id).then().statusCode(200);
        assertEquals(
                1,
                customers.added(email).stream()
                        .map(call -> call.getHeader("Idempotency-Key"))
                        .distinct()
                        .count());
    }

    @Test
    void refusalAfterTheLookForTheKeyEndsAnEarlierCallToo() {
        int id = timedOut();
        customers.refuses(email, 409, "already_exists", "");
        convert(id).then().statusCode(409).body("code", equalTo("already_exists"));
        post("update_sales_lead", Map.of("lead_id", id, "status", "lost"))
                .then()
                .statusCode(200);
    }

    @Test
    void contractThatDiffersIsNoFaultOfTheCallers() {
        int id = newLead();
        customers.refuses(email, 400, "unknown_parameter", "");
        convert(id).then().statusCode(502).body("code", equalTo("upstream_failed"));
        customers.refuses(email, 404, "unknown_operation", "");
        convert(id).then().statusCode(502).body("code", equalTo("upstream_failed"));
    }

    @Test
    void customerThatWaitsForReviewWinsTheLeadOnceItIsThere() {
        int id = newLead();
        customers.add(email, aResponse().withStatus(202).withBody("{\"status\":\"pending_review\",\"update_id\":77}"));
        for (int time = 0; time < 2; time++) {
            convert(id)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("illegal_state"))
                    .body("detail", allOf(containsString("update 77"), containsString("won")));
            clock.move(A_DAY);
        }
        post("convert_sales_lead", individual(id, 2)).then().statusCode(409);
        get(id).then().body("status", equalTo("new"));
        post("update_sales_lead", Map.of("lead_id", id, "status", "lost"))
                .then()
                .statusCode(409);
        customers.finds(id, customer(68, email, phone, id));
        convert(id).then().statusCode(200).body("lead.customer_id", equalTo(68));
        assertEquals(1, customers.added(email).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejected", "withdrawn"})
    void customerThatReviewGaveUpIsAddedAnew(String status) {
        int id = newLead();
        customers.add(email, aResponse().withStatus(202).withBody(WAITS));
        convert(id).then().statusCode(409);
        customers.reviewed("rejected", 7);
        customers.reviewed("withdrawn", 8);
        convert(id).then().statusCode(409).body("detail", containsString("update 77"));
        customers.reviewed(status, 7, 77);
        customers.adds(email, 70, 0);
        post("convert_sales_lead", individual(id, 2)).then().statusCode(200).body("lead.customer_id", equalTo(70));
        assertBegunAnew();
        customers.reviewed(status);
    }

    /** A lead whose conversion may have worked: nobody heard. */
    private int timedOut() {
        int id = newLead();
        customers.adds(email, 50, TOO_LATE);
        convert(id).then().statusCode(504).body("code", equalTo("upstream_timeout"));
        customers.add(email, aResponse().withStatus(500));
        return id;
    }

    /** The second call was the first again, to the byte. */
    private void assertRepeated() {
        var calls = customers.added(email);
        assertEquals(2, calls.size());
        assertEquals(
                calls.getFirst().getHeader("Idempotency-Key"), calls.getLast().getHeader("Idempotency-Key"));
        assertEquals(calls.getFirst().getBodyAsString(), calls.getLast().getBodyAsString());
    }

    /** The second call was another one, of the same lead. */
    private void assertBegunAnew() {
        var calls = customers.added(email);
        assertEquals(2, calls.size());
        assertNotEquals(
                calls.getFirst().getHeader("Idempotency-Key"), calls.getLast().getHeader("Idempotency-Key"));
        assertEquals(parameter(calls.getFirst(), "lead_id"), parameter(calls.getLast(), "lead_id"));
    }

    private int newLead() {
        return lead(Map.of("name", "Piet", "phone", phone, "email", email));
    }

    private static Response convert(int id) {
        return post("convert_sales_lead", individual(id, 1));
    }

    private static Map<String, Object> individual(int id, int billingGroup) {
        return Map.of("lead_id", id, "kind", "individual", "billing_group_id", billingGroup);
    }
}
