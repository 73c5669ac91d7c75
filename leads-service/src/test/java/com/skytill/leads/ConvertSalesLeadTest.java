package com.skytill.leads;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.skytill.testing.parallel.Parallel;
import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import static com.skytill.leads.Api.STAFF;
import static com.skytill.leads.Api.get;
import static com.skytill.leads.Api.lead;
import static com.skytill.leads.Api.post;
import static com.skytill.leads.CustomersDouble.parameter;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A lead becomes a customer while all goes well, and is not harmed by what it lacks or may not. */
@QuarkusTest
class ConvertSalesLeadTest {

    @ConfigProperty(name = "skytill.customers.url")
    URI url;

    private CustomersDouble customers;
    private final String email = Api.email();
    private final String phone = Api.phone();

    @BeforeEach
    void connect() {
        customers = new CustomersDouble(url);
    }

    @Test
    void leadBecomesACustomerInTheCallersName() {
        customers.adds(email, 41, 0);
        int id = lead(Map.of(
                "name",
                "Zoë van der Merwe",
                "phone",
                phone,
                "email",
                email,
                "address",
                "1 Long Street\nCape Town",
                "latitude",
                "-33.9",
                "longitude",
                "18.4",
                "notes",
                "Wants 100 Mbit/s & a telephone"));
        var asked = new HashMap<String, Object>(individual(id));
        asked.put("accounting_code", "ZOE777");
        asked.put("customer_group_id", 3);
        asked.put("payment_type", "eft");
        post("convert_sales_lead", asked)
                .then()
                .statusCode(200)
                .body("status", equalTo("applied"))
                .body("lead.status", equalTo("won"))
                .body("lead.customer_id", equalTo(41))
                .body("customer.customer_id", equalTo(41))
                .body("customer.accounting_code", equalTo("PIE001"));
        get(id).then().body("status", equalTo("won")).body("customer_id", equalTo(41));
        var call = onlyCall();
        assertEquals(subject(STAFF.bearer()), subject(call.getHeader("Authorization")));
        assertEquals("Zoë van der Merwe", parameter(call, "name"));
        assertEquals("individual", parameter(call, "kind"));
        assertEquals(phone, parameter(call, "phone"));
        assertEquals("1 Long Street\nCape Town", parameter(call, "address"));
        assertEquals("-33.9", parameter(call, "latitude"));
        assertEquals("18.4", parameter(call, "longitude"));
        assertEquals("1", parameter(call, "billing_group_id"));
        assertEquals("ZOE777", parameter(call, "accounting_code"));
        assertEquals("3", parameter(call, "customer_group_id"));
        assertEquals("eft", parameter(call, "payment_type"));
        assertEquals(Integer.toString(id), parameter(call, "lead_id"));
        assertEquals("Wants 100 Mbit/s & a telephone", parameter(call, "notes"));
        assertTrue(call.getHeader("Idempotency-Key").startsWith("lead-" + id + "-"));
    }

    @Test
    void companyTakesWhatTheLeadLacksFromTheCaller() {
        customers.adds(email, 42, 0);
        int id = lead(Map.of("name", "Piet", "phone", phone));
        var asked = new HashMap<String, Object>(Map.of("lead_id", id, "kind", "company", "billing_group_id", 1));
        post("convert_sales_lead", asked)
                .then()
                .statusCode(400)
                .body("code", equalTo("missing_parameter"))
                .body("errors.parameter", containsInAnyOrder("email", "company_name"));
        asked.put("email", email);
        asked.put("company_name", "Slabbert (Pty) Ltd");
        asked.put("vat_number", "4012345678");
        post("convert_sales_lead", asked).then().statusCode(200).body("lead.email", nullValue());
        assertEquals("Slabbert (Pty) Ltd", parameter(onlyCall(), "company_name"));
        assertEquals("4012345678", parameter(onlyCall(), "vat_number"));
    }

    @Test
    void personIsNotGivenTheLeadsCompany() {
        customers.adds(email, 43, 0);
        int id = lead(Map.of("name", "Piet", "phone", phone, "email", email, "company_name", "Acme"));
        convert(id).then().statusCode(200);
        assertNull(parameter(onlyCall(), "company_name"));
    }

    @Test
    void longestNotesBecomeTheCustomersToo() {
        customers.adds(email, 44, 0);
        String notes = "é𝄞".repeat(1000);
        int id = given().header("Authorization", STAFF.bearer())
                .contentType("application/json; charset=utf-8")
                .body(Map.of("name", "Piet", "phone", phone, "email", email, "notes", notes))
                .post("/api/v1/add_sales_lead")
                .path("lead.lead_id");
        convert(id).then().statusCode(200).body("lead.notes", equalTo(notes));
        assertEquals(notes, parameter(onlyCall(), "notes"));
    }

    @Test
    void wonLeadIsNotConvertedAgain() {
        customers.adds(email, 45, 0);
        int id = newLead();
        convert(id).then().statusCode(200);
        convert(id)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal_state"))
                .body("detail", allOf(containsString("won"), containsString("customer 45")));
        post("update_sales_lead", Map.of("lead_id", id, "status", "lost"))
                .then()
                .statusCode(409)
                .body("detail", allOf(containsString("won"), containsString("lost")));
        onlyCall();
    }

    @Test
    void lostLeadIsNotConverted() {
        int id = newLead();
        post("update_sales_lead", Map.of("lead_id", id, "status", "lost"));
        convert(id).then().statusCode(409).body("detail", allOf(containsString("lost"), containsString("won")));
        assertEquals(0, customers.added(email).size());
    }

    @Test
    void ofManyConversionsAtOnceOneCallsCustomers() {
        customers.adds(email, 46, 200);
        int id = newLead();
        var statuses = Parallel.run(30, 30, ignored -> convert(id).statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        assertEquals(29, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        onlyCall();
    }

    @Test
    void manyLeadsAtOnceAreAllConverted() {
        var ids = Parallel.run(60, 30, number -> {
            String own = Api.email();
            customers.adds(own, 1000 + number, 20);
            return lead(Map.of("name", "Piet", "phone", phone, "email", own));
        });
        // More than may call at once are told so, and on a busy machine one may be late; they come again.
        Parallel.run(60, 30, number -> {
            int status = convert(ids.get(number)).statusCode();
            while (status == 503 || status == 504) {
                status = convert(ids.get(number)).statusCode();
            }
            assertEquals(200, status);
            return status;
        });
        for (int number = 0; number < 60; number++) {
            get(ids.get(number)).then().body("customer_id", equalTo(1000 + number));
        }
    }

    @Test
    void sameIdempotencyKeyGetsTheFirstAnswerAgain() {
        customers.adds(email, 47, 0);
        var asked = new HashMap<String, Object>(individual(newLead()));
        asked.put("idempotency_key", email);
        String first = post("convert_sales_lead", asked).asString();
        post("convert_sales_lead", asked)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
        onlyCall();
    }

    @Test
    void bothPermissionsAreNeeded() {
        var asked = individual(newLead());
        post(TestToken.of("sales_write", "review_write", "customers_read"), "convert_sales_lead", asked)
                .then()
                .statusCode(403)
                .body("detail", containsString("customers_write"));
        post(TestToken.of("sales_read", "review_write", "customers_write"), "convert_sales_lead", asked)
                .then()
                .statusCode(403)
                .body("detail", containsString("sales_write"));
        assertEquals(0, customers.added(email).size());
    }

    @Test
    void waitingConversionCallsNobodyUntilItIsApprovedInTheApproversName() {
        customers.adds(email, 48, 0);
        int id = newLead();
        var seller =
                TestToken.of("sales_write", "customers_write").by("8", "sipho").through("seller-app");
        int update = post(seller, "convert_sales_lead", individual(id))
                .then()
                .statusCode(202)
                .extract()
                .path("update_id");
        assertEquals(0, customers.added(email).size());
        get(id).then().body("status", equalTo("new")).body("customer_id", nullValue());
        post("approve_leads_update", Map.of("update_id", update))
                .then()
                .statusCode(200)
                .body("lead.status", equalTo("won"))
                .body("customer.customer_id", equalTo(48));
        assertEquals(subject(STAFF.bearer()), subject(onlyCall().getHeader("Authorization")));
    }

    @ParameterizedTest
    @CsvSource({
        "lead_id, 0, lead_id",
        "kind, person, kind",
        "billing_group_id, none, billing_group_id",
        "phone, call me, phone",
        "company_name, Acme, company_name",
        "vat_number, 4, vat_number",
        "payment_type, barter, payment_type",
        "name, Piet, name"
    })
    void badInputIsNamedAndCallsNobody(String parameter, String value, String named) {
        int id = newLead();
        var asked = new HashMap<String, Object>(individual(id));
        asked.put(parameter, value);
        post("convert_sales_lead", asked).then().statusCode(400).body("errors.parameter", hasItem(named));
        get(id).then().body("status", equalTo("new"));
        assertEquals(0, customers.added(email).size());
    }

    @Test
    void unknownLeadIsNotFound() {
        convert(999_999_999).then().statusCode(404).body("code", equalTo("not_found"));
    }

    private LoggedRequest onlyCall() {
        var calls = customers.added(email);
        assertEquals(1, calls.size());
        return calls.getFirst();
    }

    private int newLead() {
        return lead(Map.of("name", "Piet", "phone", phone, "email", email));
    }

    private static Response convert(int id) {
        return post("convert_sales_lead", individual(id));
    }

    private static Map<String, Object> individual(int id) {
        return Map.of("lead_id", id, "kind", "individual", "billing_group_id", 1);
    }

    /** The claims but for the times. */
    private static String subject(String bearer) {
        byte[] payload = Base64.getUrlDecoder().decode(bearer.split("\\.", -1)[1]);
        var claims = new JsonObject(new String(payload, StandardCharsets.UTF_8));
        return claims.getString("sub") + " " + claims.getString("client_id") + " " + claims.getValue("permissions");
    }
}
