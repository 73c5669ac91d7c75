package com.skytill.customers;

import com.skytill.testing.plan.ExecutedSql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static com.skytill.customers.Api.STAFF;
import static com.skytill.customers.Api.STRANGER;
import static com.skytill.customers.Api.billingGroup;
import static com.skytill.customers.Api.customersOf;
import static com.skytill.customers.Api.get;
import static com.skytill.customers.Api.individual;
import static com.skytill.customers.Api.post;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A whole file among the parameters of an update: lists show its beginning, who reviews it can see all of it. */
@QuarkusTest
class LongParametersTest {

    private int group;

    @BeforeEach
    void addGroup() {
        group = billingGroup();
    }

    @Test
    void listsShowTheBeginningOfAFileAndOneUpdateShowsItAll() {
        String csv = csv(2000);
        int update = post(STRANGER, "import_customers", Map.of("csv", csv))
                .then()
                .statusCode(202)
                .extract()
                .path("update_id");
        String shown = csv.substring(0, 500) + "… [" + csv.length() + " characters]";
        for (String list : List.of("get_pending_customers_updates", "get_customers_audit_log")) {
            assertEquals(shown, listed(list, update).path("items[0].parameters.csv"));
            get(STAFF, list, Map.of("update_id", update))
                    .then()
                    .statusCode(200)
                    .body("items.update_id", equalTo(List.of(update)))
                    .body("items[0].parameters.csv", equalTo(csv));
        }
        post(STAFF, "approve_customers_update", Map.of("update_id", update))
                .then()
                .statusCode(200)
                .body("update.parameters.csv", equalTo(shown));
        assertEquals(500, customersOf(group));
        get(STAFF, "get_pending_customers_updates", Map.of("update_id", update))
                .then()
                .body("items.size()", equalTo(0));
        get(STAFF, "get_pending_customers_updates", Map.of("update_id", update, "status", "applied"))
                .then()
                .body("items[0].parameters.csv", equalTo(csv));
    }

    @Test
    void whatIsNotLongIsShownWhole() {
        var parameters = individual("Zoë", group);
        parameters.put("notes", "é𝄞".repeat(250));
        parameters.put("address", "a".repeat(500));
        int update = submit(parameters);
        assertEquals(
                parameters.get("notes"),
                listed("get_customers_audit_log", update).path("items[0].parameters.notes"));
        assertEquals(
                parameters.get("address"),
                listed("get_customers_audit_log", update).path("items[0].parameters.address"));
        parameters.put("notes", parameters.get("notes") + "!");
        parameters.put("email", UUID.randomUUID() + "@example.org");
        update = submit(parameters);
        assertEquals(
                "é𝄞".repeat(250) + "… [501 characters]",
                listed("get_customers_audit_log", update).path("items[0].parameters.notes"));
        var rejected = post(STAFF, "reject_customers_update", Map.of("update_id", update, "reason", "Entered twice"));
        assertEquals("é𝄞".repeat(250) + "… [501 characters]", rejected.path("update.parameters.notes"));
    }

    @Test
    void filesStayInTheDatabase() {
        try (var executed = new ExecutedSql()) {
            get(STAFF, "get_pending_customers_updates", Map.of()).then().statusCode(200);
            String sql = executed.query("update_ledger", "order by");
            assertTrue(sql.contains("shortened_parameters("), sql);
            assertFalse(sql.contains("answer_body"), sql);
        }
    }

    private int submit(Map<String, ?> parameters) {
        return post(STRANGER, "add_customer", parameters)
                .then()
                .statusCode(202)
                .extract()
                .path("update_id");
    }

    /** The list from that update on. */
    private static Response listed(String list, int update) {
        return get(STAFF, list, Map.of("after", Api.cursor(update - 1)));
    }

    private String csv(int rows) {
        var csv = new StringBuilder("kind,name,phone,email,billing_group_id\n");
        for (int row = 0; row < rows; row++) {
            csv.append("individual,Ann,021 555 0100,")
                    .append(UUID.randomUUID())
                    .append("@example.org,")
                    .append(group)
                    .append('\n');
        }
        return csv.toString();
    }
}
