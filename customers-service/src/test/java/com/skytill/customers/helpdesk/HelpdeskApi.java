package com.skytill.customers.helpdesk;

import com.skytill.testing.token.TestToken;
import io.restassured.response.Response;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;

/** The helpdesk as its callers see it. */
final class HelpdeskApi {

    /** May approve, so what they submit is applied at once. */
    static final TestToken STAFF = TestToken.administrator().by("1", "naledi");

    /** The same, as somebody else. */
    static final TestToken COLLEAGUE = TestToken.administrator().by("2", "sipho");

    /** May submit, but not approve. */
    static final TestToken STRANGER = TestToken.of("helpdesk_write").by("3", "stranger");

    private HelpdeskApi() {}

    static Response post(TestToken token, String operation, Map<String, ?> parameters) {
        return given().header("Authorization", token.bearer())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(parameters)
                .post("/api/v1/" + operation);
    }

    static Response get(TestToken token, String operation, Map<String, ?> parameters) {
        return given().header("Authorization", token.bearer())
                .queryParams(parameters)
                .get("/api/v1/" + operation);
    }

    /** A new department of these members; the first is its default assignee. */
    static int department(String... members) {
        var parameters = new HashMap<String, Object>();
        parameters.put("name", "Department " + UUID.randomUUID());
        if (members.length > 0) {
            parameters.put("members", String.join(", ", members));
            parameters.put("default_assignee", members[0]);
        }
        return post(STAFF, "add_helpdesk_department", parameters)
                .then()
                .statusCode(201)
                .extract()
                .path("department.department_id");
    }

    /** A new customer. */
    static int customer() {
        int group = post(STAFF, "add_billing_group", Map.of("name", "Group " + UUID.randomUUID(), "billing_day", 5))
                .path("billing_group.billing_group_id");
        var parameters = Map.of(
                "kind",
                "individual",
                "name",
                "Zanele Dube",
                "phone",
                "+27 21 555 0100",
                "email",
                "zanele@example.org",
                "billing_group_id",
                group);
        return post(STAFF, "add_customer", parameters)
                .then()
                .statusCode(201)
                .extract()
                .path("customer.customer_id");
    }

    /** Parameters of a lead's ticket; change one thing. */
    static Map<String, Object> ticketOf(int department) {
        var parameters = new HashMap<String, Object>();
        parameters.put("department_id", department);
        parameters.put("lead_id", 17);
        parameters.put("subject", "No signal");
        parameters.put("description", "Since the storm.\nThe light is red.");
        return parameters;
    }

    /** A new ticket's ID. */
    static int ticket(int department) {
        return ticket(ticketOf(department));
    }

    static int ticket(Map<String, ?> parameters) {
        return post(STAFF, "add_helpdesk_ticket", parameters)
                .then()
                .statusCode(201)
                .extract()
                .path("ticket.ticket_id");
    }

    /** Changes a ticket as it is now. */
    static Response change(int ticket, Map<String, ?> changes) {
        return change(STAFF, ticket, version(ticket), changes);
    }

    static Response change(TestToken token, int ticket, int version, Map<String, ?> changes) {
        var parameters = new HashMap<String, Object>(changes);
        parameters.put("ticket_id", ticket);
        parameters.put("version", version);
        return post(token, "update_helpdesk_ticket", parameters);
    }

    static Response show(int ticket) {
        return get(STAFF, "get_helpdesk_ticket", Map.of("ticket_id", ticket));
    }

    static int version(int ticket) {
        return show(ticket).path("version");
    }

    /** The IDs of a department's tickets that the filters let through. */
    static List<Integer> tickets(int department, Map<String, ?> filters) {
        var parameters = new HashMap<String, Object>(filters);
        parameters.put("department_id", department);
        return get(STAFF, "get_helpdesk_tickets", parameters)
                .then()
                .statusCode(200)
                .extract()
                .path("items.ticket_id");
    }
}
