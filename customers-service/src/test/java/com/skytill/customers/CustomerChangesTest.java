package com.skytill.customers;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import static com.skytill.customers.Api.STAFF;
import static com.skytill.customers.Api.STRANGER;
import static com.skytill.customers.Api.get;
import static com.skytill.customers.Api.individual;
import static com.skytill.customers.Api.letters;
import static com.skytill.customers.Api.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What is given changes, what is not stays, what is cleared is empty, and a half customer is refused whole. */
@QuarkusTest
class CustomerChangesTest {

    private int group;
    private String letters;
    private int id;
    private Map<String, Object> before;

    @BeforeEach
    void add() {
        group = Api.billingGroup();
        letters = letters();
        var parameters = individual(letters, group);
        parameters.putAll(Map.of("latitude", "-33.9", "longitude", "18.4", "notes", "a", "payment_type", "eft"));
        id = post(STAFF, "add_customer", parameters).path("customer.customer_id");
        before = shown();
    }

    @Test
    void whatIsNotGivenStays() {
        change(Map.of("phone", "021 555 0199")).then().statusCode(200).body("customer.phone", equalTo("021 555 0199"));
        var expected = new HashMap<>(before);
        expected.put("phone", "021 555 0199");
        assertEquals(expected, shown());
    }

    @Test
    void changedCustomerIsFoundByWhatItIsNow() {
        change(Map.of("name", "Zz" + letters + " Renamed", "email", letters + "@new.example.org"));
        for (String search : List.of("zz" + letters, letters + "@new", letters + "001")) {
            get(STAFF, "get_customers", Map.of("search", search))
                    .then()
                    .body("items.customer_id", equalTo(List.of(id)));
        }
        get(STAFF, "get_customers", Map.of("search", before.get("email")))
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void clearedIsEmpty() {
        change(Map.of("clear", "notes, latitude,longitude payment_type"))
                .then()
                .statusCode(200)
                .body("customer.notes", nullValue())
                .body("customer.latitude", nullValue())
                .body("customer.payment_type", nullValue());
        given().header("Authorization", STAFF.bearer())
                .contentType("application/json")
                .body("{\"customer_id\": " + id + ", \"notes\": \"b\", \"clear\": [\"address\"]}")
                .post("/api/v1/update_customer")
                .then()
                .statusCode(200)
                .body("customer.notes", equalTo("b"));
    }

    @Test
    void personBecomesACompanyAndBack() {
        change(Map.of("kind", "company"))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("company_name")));
        change(Map.of("kind", "company", "company_name", "Acme", "vat_number", "4123456789"))
                .then()
                .statusCode(200)
                .body("customer.kind", equalTo("company"))
                .body("customer.accounting_code", equalTo(letters + "001"));
        change(Map.of("kind", "individual"))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("company_name", "vat_number")));
        change(Map.of("kind", "individual", "clear", "company_name,vat_number"))
                .then()
                .statusCode(200)
                .body("customer.company_name", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "company_name, Acme, company_name",
        "vat_number, 4123456789, vat_number",
        "clear, latitude, latitude",
        "clear, name, clear",
        "clear, ',', clear",
        "clear, 'notes,ntoes', clear",
        "billing_group_id, 999999999, billing_group_id",
        "customer_group_id, 999999999, customer_group_id",
        "phone, 12, phone",
        "accounting_code, 123, accounting_code",
        "status, suspended, status"
    })
    void changeThatWouldNotHoldIsRefusedWhole(String parameter, String value, String named) {
        change(Map.of(parameter, value, "email", "changed@example.org"))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(named)));
        assertEquals(before, shown());
    }

    @Test
    void sameThingIsNotGivenAndCleared() {
        change(Map.of("notes", "b", "clear", "notes"))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("notes")));
    }

    @Test
    void anotherCodeIsTakenIfNobodyHasIt() {
        String other = post(STAFF, "add_customer", individual(letters, group)).path("customer.accounting_code");
        change(Map.of("accounting_code", other.toLowerCase(Locale.ROOT)))
                .then()
                .statusCode(409)
                .body("code", equalTo("already_exists"));
        change(Map.of("accounting_code", letters.toLowerCase(Locale.ROOT) + "001"))
                .then()
                .statusCode(200);
        change(Map.of("accounting_code", letters + "003")).then().statusCode(200);
        post(STAFF, "add_customer", individual(letters, group))
                .then()
                .body("customer.accounting_code", equalTo(letters + "004"));
    }

    @Test
    void waitingChangeIsVisibleNowhere() {
        int update = post(STRANGER, "update_customer", Map.of("customer_id", id, "name", "Waiting"))
                .then()
                .statusCode(202)
                .extract()
                .path("update_id");
        assertEquals(before, shown());
        post(STAFF, "approve_customers_update", Map.of("update_id", update))
                .then()
                .statusCode(200)
                .body("customer.name", equalTo("Waiting"));
    }

    @Test
    void customerGroupsAreUniqueAndFilterCustomers() {
        String name = "Estate " + UUID.randomUUID();
        int estate = post(STAFF, "add_customer_group", Map.of("name", name))
                .then()
                .statusCode(201)
                .extract()
                .path("customer_group.customer_group_id");
        post(STAFF, "add_customer_group", Map.of("name", name.toUpperCase(Locale.ROOT)))
                .then()
                .statusCode(409)
                .body("code", equalTo("already_exists"));
        get(STAFF, "get_customer_groups", Map.of("limit", 500))
                .then()
                .statusCode(200)
                .body("items.find { it.customer_group_id == " + estate + " }.name", equalTo(name));
        change(Map.of("customer_group_id", estate)).then().statusCode(200);
        get(STAFF, "get_customers", Map.of("customer_group_id", estate))
                .then()
                .body("items.customer_id", equalTo(List.of(id)));
    }

    private Response change(Map<String, Object> changes) {
        var parameters = new HashMap<>(changes);
        parameters.put("customer_id", id);
        return post(STAFF, "update_customer", parameters);
    }

    private Map<String, Object> shown() {
        return get(STAFF, "get_customer", Map.of("customer_id", id)).jsonPath().getMap("$");
    }
}
