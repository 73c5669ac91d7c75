package com.skytill.customers;

import com.skytill.testing.parallel.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static com.skytill.customers.Api.STAFF;
import static com.skytill.customers.Api.STRANGER;
import static com.skytill.customers.Api.get;
import static com.skytill.customers.Api.individual;
import static com.skytill.customers.Api.letters;
import static com.skytill.customers.Api.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Whom to notify: each rule is covered by some contact, whatever is changed, by however many at once. */
@QuarkusTest
class ContactsTest {

    private static final Set<String> RULES = Set.of("billing", "usage", "service", "support");

    private int customer;
    private int own;
    private Map<String, Object> parameters;

    @BeforeEach
    void add() {
        parameters = individual(letters(), Api.billingGroup());
        customer = post(STAFF, "add_customer", parameters).path("customer.customer_id");
        own = contacts().path("items[0].contact_id");
    }

    @Test
    void customerBeginsWithItselfForAllRules() {
        contacts()
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].own", equalTo(true))
                .body("items[0].phone", equalTo(parameters.get("phone")))
                .body("items[0].notification_rules", equalTo(List.of("billing", "usage", "service", "support")));
        post(STAFF, "update_customer", Map.of("customer_id", customer, "phone", "021 555 0123"));
        contacts().then().body("items[0].phone", equalTo("021 555 0123"));
    }

    @Test
    void anotherTakesARuleOver() {
        int accountant = contact("Ann Accountant", "billing");
        change(own, "usage service,support").then().statusCode(200);
        contacts()
                .then()
                .body("items.contact_id", equalTo(List.of(own, accountant)))
                .body("items[1].name", equalTo("Ann Accountant"))
                .body("items[1].notification_rules", equalTo(List.of("billing")));
        assertEquals(RULES, covered());
    }

    @Test
    void lastOfARuleKeepsIt() {
        change(own, "billing")
                .then()
                .statusCode(422)
                .body("code", equalTo("rule_violated"))
                .body("detail", containsString("usage, service, support"));
        int accountant = contact("Ann", "billing");
        change(own, "usage,service,support").then().statusCode(200);
        change(accountant, "none").then().statusCode(422).body("detail", containsString("billing"));
        delete(accountant).then().statusCode(422);
        change(own, "billing,usage,service,support").then().statusCode(200);
        delete(accountant).then().statusCode(200).body("contact.contact_id", equalTo(accountant));
        delete(accountant).then().statusCode(404);
        assertEquals(RULES, covered());
    }

    @Test
    void twoAtOnceNeverUncoverARuleTogether() throws Exception {
        for (int i = 0; i < 10; i++) {
            int ann = contact("Ann", "billing");
            int ben = contact("Ben", "billing");
            change(own, "usage,service,support");
            var statuses = Parallel.run(
                            2, one -> change(one == 0 ? ann : ben, "none").statusCode())
                    .stream()
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 422), statuses);
            assertEquals(RULES, covered());
            change(own, "billing,usage,service,support");
            delete(ann).then().statusCode(200);
            delete(ben).then().statusCode(200);
        }
    }

    @Test
    void ownContactIsTheCustomers() {
        post(STAFF, "update_customer_contact", Map.of("contact_id", own, "name", "Other"))
                .then()
                .statusCode(422)
                .body("detail", containsString("update_customer"));
        delete(own).then().statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "phone, 12",
        "email, nobody",
        "notification_rules, invoices",
        "notification_rules, 'billing,none'",
        "customer_id, ''"
    })
    void faultyContactIsNamedAndNotAdded(String parameter, String value) {
        var contact =
                new HashMap<String, Object>(Map.of("customer_id", customer, "name", "Ann", "phone", "021 555 0100"));
        contact.put(parameter, value);
        post(STAFF, "add_customer_contact", contact)
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter)));
        contacts().then().body("items.size()", equalTo(1));
    }

    @Test
    void contactIsReachableSomehow() {
        post(STAFF, "add_customer_contact", Map.of("customer_id", customer, "name", "Ann"))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("phone")));
        post(STAFF, "add_customer_contact", Map.of("customer_id", "NOBODY1", "name", "Ann", "phone", "021 555 0100"))
                .then()
                .statusCode(404);
    }

    @Test
    void waitingContactIsVisibleNowhere() {
        post(STRANGER, "add_customer_contact", Map.of("customer_id", customer, "name", "Ann", "phone", "021 555 0100"))
                .then()
                .statusCode(202);
        contacts().then().body("items.size()", equalTo(1));
    }

    private int contact(String name, String rules) {
        return post(
                        STAFF,
                        "add_customer_contact",
                        Map.of(
                                "customer_id",
                                customer,
                                "name",
                                name,
                                "email",
                                "ann@example.org",
                                "notification_rules",
                                rules))
                .then()
                .statusCode(201)
                .extract()
                .path("contact.contact_id");
    }

    private static Response change(int contact, String rules) {
        return post(STAFF, "update_customer_contact", Map.of("contact_id", contact, "notification_rules", rules));
    }

    private static Response delete(int contact) {
        return post(STAFF, "delete_customer_contact", Map.of("contact_id", contact));
    }

    private Response contacts() {
        return get(STAFF, "get_customer_contacts", Map.of("customer_id", customer));
    }

    private Set<String> covered() {
        var covered = new HashSet<String>();
        List<List<String>> rules = contacts().path("items.notification_rules");
        rules.forEach(covered::addAll);
        return covered;
    }
}
