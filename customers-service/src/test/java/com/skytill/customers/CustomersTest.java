package com.skytill.customers;

import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

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
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class CustomersTest {

    @Test
    void addedIndividualIsShown() {
        String letters = letters();
        var parameters = individual("Mr. " + letters + "t Slabbert", billingGroup());
        parameters.putAll(Map.of("payment_type", "eft", "latitude", "-33.9", "longitude", "18.4", "notes", "a\nb"));
        int id = post(STAFF, "add_customer", parameters)
                .then()
                .statusCode(201)
                .body("status", equalTo("applied"))
                .body("customer.accounting_code", equalTo(letters + "001"))
                .body("customer.status", equalTo("active"))
                .body("customer.kind", equalTo("individual"))
                .body("customer.company_name", nullValue())
                .body("possible_duplicates.size()", equalTo(0))
                .extract()
                .path("customer.customer_id");
        for (Object reference : List.of(id, letters + "001", letters.toLowerCase(Locale.ROOT) + "001")) {
            get(STAFF, "get_customer", Map.of("customer_id", reference))
                    .then()
                    .statusCode(200)
                    .body("customer_id", equalTo(id))
                    .body("phone", equalTo(parameters.get("phone")))
                    .body("payment_type", equalTo("eft"))
                    .body("latitude", equalTo(-33.9f))
                    .body("notes", equalTo("a\nb"));
        }
    }

    @Test
    void companysCodeIsOfItsName() {
        String letters = letters();
        var parameters = individual("Piet Slabbert", billingGroup());
        parameters.putAll(Map.of("kind", "company", "company_name", letters + " Wireless", "vat_number", "4123456789"));
        post(STAFF, "add_customer", parameters)
                .then()
                .statusCode(201)
                .body("customer.accounting_code", equalTo(letters + "001"))
                .body("customer.vat_number", equalTo("4123456789"));
    }

    @Test
    void chosenCodeIsUniqueAndPassedOver() {
        String letters = letters();
        int group = billingGroup();
        assertEquals(letters + "001", code(individual(letters, group)));
        var chosen = individual("Somebody", group);
        chosen.put("accounting_code", letters.toLowerCase(Locale.ROOT) + "002");
        assertEquals(letters.toLowerCase(Locale.ROOT) + "002", code(chosen));
        assertEquals(letters + "003", code(individual(letters, group)));
        chosen.put("accounting_code", letters + "002");
        post(STAFF, "add_customer", chosen).then().statusCode(409).body("code", equalTo("already_exists"));
        assertEquals(3, Api.customersOf(group));
    }

    @Test
    void samePhoneOrEmailIsAPossibleDuplicateHoweverWritten() {
        int group = billingGroup();
        var phone = individual("By Phone", group);
        phone.put("phone", "+27 (0)2" + Api.phone().substring(5));
        String national = "02" + phone.get("phone").toString().substring(8).replace(" ", "");
        var mail = individual("By Mail", group);
        int byPhone = post(STAFF, "add_customer", phone).path("customer.customer_id");
        int byMail = post(STAFF, "add_customer", mail).path("customer.customer_id");
        var third = individual("Third", group);
        third.put("phone", national);
        third.put("email", mail.get("email").toString().toUpperCase(Locale.ROOT));
        post(STAFF, "add_customer", third)
                .then()
                .statusCode(201)
                .body("possible_duplicates.customer_id", equalTo(List.of(byPhone, byMail)));
    }

    @Test
    void findsByNameCodeEmailPhoneAndGroup() {
        String letters = letters();
        int group = billingGroup();
        var parameters = individual(letters + "ena Smith", group);
        int id = post(STAFF, "add_customer", parameters).path("customer.customer_id");
        String phone = parameters.get("phone").toString();
        for (String search : List.of(
                letters.toLowerCase(Locale.ROOT) + "ENA",
                letters + "001",
                parameters.get("email").toString(),
                phone,
                "0" + phone.substring(4))) {
            get(STAFF, "get_customers", Map.of("search", search))
                    .then()
                    .statusCode(200)
                    .body("items.customer_id", hasItem(id));
        }
        for (var filter : List.of(
                Map.of("billing_group_id", group, "status", "suspended"),
                Map.of("billing_group_id", group, "kind", "company"),
                Map.of("billing_group_id", group, "customer_group_id", 1),
                Map.of("billing_group_id", group, "search", "100%_of_nobody"))) {
            get(STAFF, "get_customers", filter).then().statusCode(200).body("items.size()", equalTo(0));
        }
        get(STAFF, "get_customers", Map.of("billing_group_id", group, "status", "active", "kind", "individual"))
                .then()
                .body("items.customer_id", equalTo(List.of(id)));
    }

    @Test
    void pagesByKeyset() {
        int group = billingGroup();
        for (int i = 0; i < 3; i++) {
            code(individual("Customer " + i, group));
        }
        String next = get(STAFF, "get_customers", Map.of("billing_group_id", group, "limit", 2))
                .then()
                .body("items.name", equalTo(List.of("Customer 0", "Customer 1")))
                .extract()
                .path("next");
        get(STAFF, "get_customers", Map.of("billing_group_id", group, "limit", 2, "after", next))
                .then()
                .body("items.name", equalTo(List.of("Customer 2")))
                .body("next", nullValue());
    }

    @Test
    void unknownCustomerIsNotFound() {
        for (String reference : List.of("999999999", "99999999999999999999", "NOBODY1")) {
            get(STAFF, "get_customer", Map.of("customer_id", reference))
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not_found"));
        }
    }

    @Test
    void takesQueryFormMultipartAndJsonAlike() {
        int group = billingGroup();
        get(STAFF, "add_customer", individual("Query", group)).then().statusCode(201);
        post(STAFF, "add_customer", individual("Form", group)).then().statusCode(201);
        var multipart = given().header("Authorization", STAFF.bearer());
        individual("Multipart", group).forEach((name, value) -> multipart.multiPart(name, value.toString()));
        multipart.post("/api/v1/add_customer").then().statusCode(201);
        var json = new HashMap<>(individual("Json", group));
        json.put("latitude", -33.9);
        json.put("longitude", 18.4);
        json.put("notes", null);
        given().header("Authorization", STAFF.bearer())
                .contentType(ContentType.JSON)
                .body(json)
                .post("/api/v1/add_customer")
                .then()
                .statusCode(201);
        assertEquals(4, Api.customersOf(group));
    }

    @Test
    void permissionIsNeeded() {
        var reader = TestToken.of("customers_read");
        for (String operation : List.of("get_customers", "get_billing_groups")) {
            get(reader, operation, Map.of()).then().statusCode(200);
        }
        for (String operation : List.of("get_customers", "get_customer", "get_billing_groups", "add_customer")) {
            get(TestToken.of("sales_write"), operation, Map.of())
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("insufficient_permission"));
            get(STAFF.expired(), operation, Map.of()).then().statusCode(401);
            given().get("/api/v1/" + operation).then().statusCode(401).body("code", equalTo("invalid_token"));
        }
        post(reader, "add_customer", individual("X", 1)).then().statusCode(403);
        post(STRANGER, "add_customer", individual("X", billingGroup())).then().statusCode(202);
    }

    @Test
    void tellsAllFaultsAtOnce() {
        post(STAFF, "add_customer", Map.of("knid", "company", "latitude", "91", "payment_type", "barter"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid_request"))
                .body("request_id", not(nullValue()))
                .body(
                        "errors.parameter",
                        hasItems(
                                "kind",
                                "knid",
                                "name",
                                "phone",
                                "email",
                                "billing_group_id",
                                "latitude",
                                "longitude",
                                "payment_type"));
    }

    private static String code(Map<String, Object> parameters) {
        return post(STAFF, "add_customer", parameters)
                .then()
                .statusCode(201)
                .extract()
                .path("customer.accounting_code");
    }
}
