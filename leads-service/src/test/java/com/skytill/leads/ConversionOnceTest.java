package com.skytill.leads;

import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.skytill.leads.Api.get;
import static com.skytill.leads.Api.lead;
import static com.skytill.leads.Api.post;
import static com.skytill.leads.CustomersDouble.customer;
import static com.skytill.leads.CustomersDouble.parameter;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever becomes of the call to customers-service, the lead becomes one customer and no second one. */
@QuarkusTest
class ConversionOnceTest {

    private static final Duration A_DAY = Duration.ofHours(25);
    private static final Duration A_MINUTE = Duration.ofSeconds(61);
    private static final int TOO_LATE = 5000;

    @ConfigProperty(name = "skytill.customers.url")
    URI url;

    @Inject
    MovableClock clock;

    @Inject
    Pool pool;

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

    @Test
    void timedOutConversionIsFinishedByItsRepetitionWithTheSameKey() {
        int id = timedOut();
        get(id).then().body("status", equalTo("new")).body("customer_id", nullValue());
        customers.adds(email, 51, 0);
        convert(id).then().statusCode(200).body("lead.customer_id", equalTo(51));
        assertRepeated();
    }

    @Test
    void leadThatIsBeingConvertedKeepsItsStatusUntilThatIsFinished() {
        int id = timedOut();
        post("update_sales_lead", Map.of("lead_id", id, "status", "lost"))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal_state"))
                .body("detail", allOf(containsString("being converted"), containsString("lost")));
        post("update_sales_lead", Map.of("lead_id", id, "assignee", "thandi"))
                .then()
                .statusCode(200);
        customers.adds(email, 52, 0);
        convert(id).then().statusCode(200).body("lead.assignee", equalTo("thandi"));
    }

    @Test
    void customerThatWasAddedIsFoundAgainWhenTheKeyIsForgotten() {
        int id = timedOut();
        customers.finds(id, customer(53, "new" + email, "1", id));
        clock.move(A_DAY);
        convert(id).then().statusCode(200).body("lead.customer_id", equalTo(53));
        assertEquals(1, customers.added(email).size());
    }

    @Test
    void customerOfAnotherLeadIsNotTakenForIt() {
        int id = timedOut();
        customers.finds(id, customer(55, email, phone), customer(56, email, phone, id + 1));
        clock.move(A_DAY);
        customers.adds(email, 57, 0);
        convert(id).then().statusCode(200).body("lead.customer_id", equalTo(57));
        assertRepeated();
    }

    @Test
    void customerThatSomebodyElseMadeOfTheLeadIsTaken() {
        int id = newLead();
        customers.finds(id, customer(54, email, phone, id));
        customers.refuses(email, 409, "already_exists", "");
        convert(id)
                .then()
                .statusCode(200)
                .body("lead.customer_id", equalTo(54))
                .body("customer.customer_id", equalTo(54));
        get(id).then().body("status", equalTo("won"));
    }

    @Test
    void anotherClientWaitsUntilTheFirstOnesCallHasEnded() {
        int id = timedOut();
        customers.adds(email, 58, 0);
        var other = TestToken.administrator().through("console");
        post(other, "convert_sales_lead", individual(id, 1))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal_state"))
                .body("detail", allOf(containsString("being converted"), containsString("won")));
        assertEquals(1, customers.added(email).size());
        clock.move(A_MINUTE);
        post(other, "convert_sales_lead", individual(id, 1))
                .then()
                .statusCode(200)
                .body("lead.customer_id", equalTo(58));
        assertBegunAnew();
    }

    @Test
    void anotherClientFinishesWhatHasWorked() {
        int id = timedOut();
        customers.finds(id, customer(59, email, phone, id));
        post(TestToken.administrator().through("console"), "convert_sales_lead", individual(id, 1))
                .then()
                .statusCode(200)
                .body("lead.customer_id", equalTo(59));
        assertEquals(1, customers.added(email).size());
    }

    @Test
    void otherValuesWaitUntilTheFirstCallHasEnded() {
        int id = timedOut();
        customers.adds(email, 60, 0);
        post("convert_sales_lead", individual(id, 2)).then().statusCode(409).body("code", equalTo("illegal_state"));
        post("update_sales_lead", Map.of("lead_id", id, "name", "Pieter"))
                .then()
                .statusCode(200);
        convert(id).then().statusCode(409);
        assertEquals(1, customers.added(email).size());
        clock.move(A_MINUTE);
        post("convert_sales_lead", individual(id, 2)).then().statusCode(200);
        assertBegunAnew();
        assertEquals("Pieter", parameter(customers.added(email).getLast(), "name"));
        assertEquals("2", parameter(customers.added(email).getLast(), "billing_group_id"));
    }

    @Test
    void rolledBackConversionFindsItsCustomerAgain() {
        int id = newLead();
        customers.adds(email, 61, 400);
        var running = CompletableFuture.supplyAsync(() -> convert(id).statusCode());
        // As when this service dies between the call and the commit: its transaction is gone, the customer is there.
        while (customers.added(email).isEmpty() || endTransactions() == 0) {
            Thread.onSpinWait();
        }
        assertTrue(running.join() >= 500);
        get(id).then().body("status", equalTo("new"));
        convert(id).then().statusCode(200).body("lead.customer_id", equalTo(61));
        assertRepeated();
    }

    @Test
    void lookThatFailsIsNoReasonToCallAgain() {
        int id = timedOut();
        customers.adds(email, 65, 0);
        customers.find(id, aResponse().withStatus(500));
        convert(id).then().statusCode(502);
        customers.find(id, aResponse().withStatus(200).withBody("{\"items\":[{}],\"next\":null}"));
        convert(id).then().statusCode(502);
        customers.find(id, aResponse().withStatus(200).withFixedDelay(TOO_LATE));
        convert(id).then().statusCode(504);
        assertEquals(1, customers.added(email).size());
    }

    @Test
    void failedConversionFreesItsIdempotencyKey() {
        int id = newLead();
        customers.adds(email, 69, TOO_LATE);
        var asked = new HashMap<String, Object>(individual(id, 1));
        asked.put("idempotency_key", email);
        post("convert_sales_lead", asked).then().statusCode(504);
        customers.adds(email, 69, 0);
        post("convert_sales_lead", asked).then().statusCode(200).body("lead.customer_id", equalTo(69));
        assertRepeated();
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

    private int endTransactions() {
        return pool.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                        + " and usename = current_user and state = 'idle in transaction'")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10))
                .size();
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
