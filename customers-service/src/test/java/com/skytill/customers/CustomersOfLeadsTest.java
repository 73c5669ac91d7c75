package com.skytill.customers;

import com.skytill.testing.parallel.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import static com.skytill.customers.Api.STAFF;
import static com.skytill.customers.Api.STRANGER;
import static com.skytill.customers.Api.billingGroup;
import static com.skytill.customers.Api.get;
import static com.skytill.customers.Api.individual;
import static com.skytill.customers.Api.letters;
import static com.skytill.customers.Api.post;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Of one lead there is one customer, which is found by the lead; and customers are found by their exact phone and address. */
@QuarkusTest
class CustomersOfLeadsTest {

    private final long lead = ThreadLocalRandom.current().nextLong(1L, 1L << 40);

    @Test
    void customerIsFoundByItsLeadAndShowsIt() {
        int id = add(lead)
                .then()
                .statusCode(201)
                .body("customer.lead_id", equalTo(lead))
                .extract()
                .path("customer.customer_id");
        get(STAFF, "get_customers", Map.of("lead_id", lead))
                .then()
                .body("items.customer_id", equalTo(List.of(id)))
                .body("items.lead_id", equalTo(List.of(lead)));
        get(STAFF, "get_customers", Map.of("lead_id", lead + 1)).then().body("items.size()", equalTo(0));
        post(STAFF, "add_customer", individual("Nobody's", billingGroup()))
                .then()
                .statusCode(201)
                .body("customer.lead_id", nullValue());
    }

    @Test
    void secondCustomerOfALeadIsRefusedByNameAndLeavesNoGap() {
        int group = billingGroup();
        String letters = letters();
        var first = individual(letters, group);
        first.put("lead_id", lead);
        int id = post(STAFF, "add_customer", first)
                .then()
                .statusCode(201)
                .extract()
                .path("customer.customer_id");
        var second = individual(letters, group);
        second.put("lead_id", lead);
        post(STAFF, "add_customer", second)
                .then()
                .statusCode(409)
                .body("code", equalTo("already_exists"))
                .body("detail", allOf(containsString("Customer " + id), containsString("lead_id")));
        post(STAFF, "add_customer", individual(letters, group))
                .then()
                .body("customer.accounting_code", equalTo(letters + "002"));
        assertEquals(2, Api.customersOf(group));
    }

    @Test
    void ofManyAtOnceOneBecomesTheLeadsCustomer() throws Exception {
        var answers = Parallel.run(20, ignored -> add(lead));
        var statuses = answers.stream().map(Response::statusCode).sorted().toList();
        assertEquals(201, statuses.getFirst());
        assertEquals(
                List.of(409),
                statuses.subList(1, statuses.size()).stream().distinct().toList());
        get(STAFF, "get_customers", Map.of("lead_id", lead)).then().body("items.size()", equalTo(1));
    }

    @Test
    void waitingCustomerOfALeadThatHasOneByNowIsNotApproved() {
        var waiting = new HashMap<String, Object>(individual("Late", billingGroup()));
        waiting.put("lead_id", lead);
        int update = post(STRANGER, "add_customer", waiting)
                .then()
                .statusCode(202)
                .extract()
                .path("update_id");
        add(lead).then().statusCode(201);
        post(STAFF, "approve_customers_update", Map.of("update_id", update))
                .then()
                .statusCode(409)
                .body("code", equalTo("already_exists"));
    }

    @Test
    void leadIsNoColumnOfAnImport() {
        String csv = "kind,name,phone,email,billing_group_id,lead_id\nindividual,Piet,021 555 0100,a@example.org,"
                + billingGroup() + "," + lead + "\n";
        post(STAFF, "import_customers", Map.of("csv", csv))
                .then()
                .statusCode(400)
                .body("detail", containsString("lead_id"));
    }

    @Test
    void exactPhoneAndAddressAreFoundHoweverWritten() {
        var parameters = individual("Anna", billingGroup());
        String phone = parameters.get("phone").toString();
        String email = parameters.get("email").toString();
        int id = post(STAFF, "add_customer", parameters).path("customer.customer_id");
        post(STAFF, "add_customer", individual("x" + phone, billingGroup()));
        get(STAFF, "get_customers", Map.of("phone", "0" + phone.substring(4)))
                .then()
                .body("items.customer_id", equalTo(List.of(id)));
        get(STAFF, "get_customers", Map.of("email", email.toUpperCase(Locale.ROOT), "phone", phone))
                .then()
                .body("items.customer_id", equalTo(List.of(id)));
        get(STAFF, "get_customers", Map.of("email", email.substring(1))).then().body("items.size()", equalTo(0));
        get(STAFF, "get_customers", Map.of("phone", "call me", "email", "nowhere"))
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("phone"))
                .body("errors.parameter", hasItem("email"));
    }

    private static Response add(long lead) {
        var parameters = individual("Piet", billingGroup());
        parameters.put("lead_id", lead);
        return post(STAFF, "add_customer", parameters);
    }
}
