package com.skytill.customers;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static com.skytill.customers.Api.STAFF;
import static com.skytill.customers.Api.billingGroup;
import static com.skytill.customers.Api.customersOf;
import static com.skytill.customers.Api.get;
import static com.skytill.customers.Api.individual;
import static com.skytill.customers.Api.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Each parameter missing, malformed, out of range, doubled, misspelt: a 400 that names it, and nothing is changed. */
@QuarkusTest
class CustomerParametersTest {

    @ParameterizedTest
    @ValueSource(strings = {"kind", "name", "phone", "email", "billing_group_id"})
    void missingParameterIsNamed(String parameter) {
        int group = billingGroup();
        var parameters = individual("Piet", group);
        parameters.remove(parameter);
        assertRefused(parameters, parameter, "missing_parameter", group);
    }

    @ParameterizedTest
    @CsvSource({
        "kind, person",
        "kind, INDIVIDUAL",
        "name, a\u0007b",
        "name, '   '",
        "name, LONG",
        "phone, call me",
        "phone, 123",
        "email, nobody",
        "email, a@b",
        "email, LONG",
        "billing_group_id, 0",
        "billing_group_id, -1",
        "billing_group_id, one",
        "billing_group_id, 99999999999999999999",
        "billing_group_id, 999999999",
        "company_name, Acme",
        "vat_number, 4123456789",
        "accounting_code, 12345",
        "accounting_code, PIE 001",
        "accounting_code, LONG",
        "customer_group_id, 1.5",
        "customer_group_id, 999999999",
        "payment_type, barter",
        "address, LONG",
        "latitude, 91",
        "latitude, 'S33,9'",
        "longitude, -181",
        "longitude, NaN",
        "notes, a\u0000b",
        "notes, LONG"
    })
    void valueThatCantBeUsedIsNamed(String parameter, String value) {
        int group = billingGroup();
        var parameters = individual("Piet", group);
        parameters.putAll(Map.of("latitude", "-33.9", "longitude", "18.4"));
        parameters.put(parameter, "LONG".equals(value) ? "x".repeat(2001) : value);
        assertRefused(parameters, parameter, "invalid_parameter", group);
    }

    @ParameterizedTest
    @CsvSource({"latitude, longitude", "longitude, latitude"})
    void oneCoordinateNeedsTheOther(String given, String missing) {
        int group = billingGroup();
        var parameters = individual("Piet", group);
        parameters.put(given, "18.4");
        assertRefused(parameters, missing, "invalid_parameter", group);
    }

    @Test
    void companyNeedsItsName() {
        int group = billingGroup();
        var parameters = individual("Piet", group);
        parameters.put("kind", "company");
        assertRefused(parameters, "company_name", "invalid_parameter", group);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind",
                "name",
                "phone",
                "email",
                "billing_group_id",
                "company_name",
                "vat_number",
                "accounting_code",
                "customer_group_id",
                "payment_type",
                "address",
                "latitude",
                "longitude",
                "notes",
                "idempotency_key"
            })
    void doubledAndMisspeltParametersAreNamed(String parameter) {
        int group = billingGroup();
        var doubled = new HashMap<>(individual("Piet", group));
        doubled.put(parameter, List.of("1", "2"));
        post(STAFF, "add_customer", doubled)
                .then()
                .statusCode(400)
                .body("errors.findAll { it.parameter == '" + parameter + "' }.code", hasItem("duplicate_parameter"));
        var misspelt = new HashMap<>(individual("Piet", group));
        misspelt.put(parameter + "x", "1");
        post(STAFF, "add_customer", misspelt)
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter + "x")))
                .body("errors[0].message", equalTo("is unknown; did you mean " + parameter + "?"));
        assertEquals(0, customersOf(group));
    }

    @ParameterizedTest
    @CsvSource({
        "search, LONG",
        "status, gone",
        "kind, person",
        "billing_group_id, x",
        "customer_group_id, 0",
        "limit, 0",
        "limit, 501",
        "after, bogus",
        "serach, x"
    })
    void filterThatCantBeUsedIsNamed(String parameter, String value) {
        String written = "LONG".equals(value) ? "x".repeat(101) : value;
        get(STAFF, "get_customers", Map.of(parameter, written))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter)));
        get(STAFF, "get_customers", Map.of(parameter, List.of(written, written)))
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem(parameter));
    }

    @ParameterizedTest
    @CsvSource({"customer_id, ''", "customer_id, LONG", "customre_id, 1"})
    void referenceThatCantBeUsedIsNamed(String parameter, String value) {
        String written = "LONG".equals(value) ? "x".repeat(21) : value;
        get(STAFF, "get_customer", Map.of(parameter, written))
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem(parameter));
    }

    @ParameterizedTest
    @CsvSource({"name", "billing_day"})
    void billingGroupsParametersAreNamed(String parameter) {
        var parameters = new HashMap<String, Object>(Map.of("name", "Group " + Api.letters(), "billing_day", "5"));
        Object good = parameters.remove(parameter);
        post(STAFF, "add_billing_group", parameters)
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter)));
        parameters.put(parameter, List.of(good, good));
        post(STAFF, "add_billing_group", parameters)
                .then()
                .statusCode(400)
                .body("errors.find { it.parameter == '" + parameter + "' }.code", equalTo("duplicate_parameter"));
        parameters.put(parameter, good);
        parameters.put(parameter + "s", "x");
        post(STAFF, "add_billing_group", parameters)
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter + "s")));
    }

    private static void assertRefused(Map<String, ?> parameters, String parameter, String code, int group) {
        post(STAFF, "add_customer", parameters)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.find { it.parameter == '" + parameter + "' }.code", equalTo(code));
        assertEquals(0, customersOf(group));
    }
}
