package com.skytill.customers.helpdesk;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static com.skytill.customers.helpdesk.HelpdeskApi.STAFF;
import static com.skytill.customers.helpdesk.HelpdeskApi.change;
import static com.skytill.customers.helpdesk.HelpdeskApi.department;
import static com.skytill.customers.helpdesk.HelpdeskApi.get;
import static com.skytill.customers.helpdesk.HelpdeskApi.post;
import static com.skytill.customers.helpdesk.HelpdeskApi.show;
import static com.skytill.customers.helpdesk.HelpdeskApi.ticket;
import static com.skytill.customers.helpdesk.HelpdeskApi.ticketOf;
import static com.skytill.customers.helpdesk.HelpdeskApi.tickets;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Each parameter missing, malformed, doubled, misspelt or contradicted: a 400 that names it, and nothing is changed. */
@QuarkusTest
class TicketParametersTest {

    @ParameterizedTest
    @ValueSource(strings = {"department_id", "subject", "description"})
    void missingParameterIsNamed(String parameter) {
        int department = department("thandi");
        var parameters = ticketOf(department);
        parameters.remove(parameter);
        refused(parameters, parameter, department);
    }

    @ParameterizedTest
    @CsvSource({
        "department_id, 999999999",
        "department_id, one",
        "subject, LONG",
        "subject, 'two\nlines'",
        "description, LONG",
        "description, 'a\u0000b'",
        "lead_id, 0",
        "lead_id, 1.5",
        "priority, highest",
        "priority, URGENT",
        "assignee, somebody",
        "assignee, 'thandi mokoena'",
        "ticket_id, 1",
        "status, open"
    })
    void valueThatCantBeUsedIsNamed(String parameter, String value) {
        int department = department("thandi");
        var parameters = ticketOf(department);
        parameters.put(parameter, "LONG".equals(value) ? "x".repeat(10_001) : value);
        refused(parameters, parameter, department);
    }

    @Test
    void longestTextComesByAFormToo() {
        var parameters = ticketOf(department("thandi"));
        String longest = "\ud83d\udce1".repeat(10_000);
        parameters.put("description", longest);
        assertEquals(longest, show(ticket(parameters)).path("description"));
    }

    @Test
    void ticketIsOfACustomerOrALead() {
        int department = department("thandi");
        var both = ticketOf(department);
        both.put("customer_id", 1);
        refused(both, "customer_id", department);
        var neither = ticketOf(department);
        neither.remove("lead_id");
        refused(neither, "customer_id", department);
        neither.put("customer_id", 999_999_999);
        refused(neither, "customer_id", department);
    }

    @ParameterizedTest
    @CsvSource({
        "version, 0",
        "version, x",
        "version, 99999999999",
        "status, done",
        "resolution, 'a\u0007b'",
        "assignee, somebody",
        "unassign, maybe",
        "department_id, 999999999",
        "priority, highest",
        "subject, LONG",
        "reason, LONG",
        "description, changed",
        "customer_id, 1",
        "verison, 1"
    })
    void changeThatCantBeMadeIsNamed(String parameter, String value) {
        int id = ticket(department("thandi"));
        var parameters = new HashMap<String, Object>(Map.of("ticket_id", id, "version", 1, "priority", "urgent"));
        parameters.put(parameter, "LONG".equals(value) ? "x".repeat(1001) : value);
        var before = show(id).asString();
        post(STAFF, "update_helpdesk_ticket", parameters)
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter)));
        assertEquals(before, show(id).asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ticket_id",
                "version",
                "status",
                "resolution",
                "assignee",
                "unassign",
                "department_id",
                "priority",
                "subject",
                "reason"
            })
    void doubledParameterIsNamed(String parameter) {
        int id = ticket(department("thandi"));
        var parameters = new HashMap<String, Object>(Map.of("ticket_id", id, "version", 1, "priority", "urgent"));
        parameters.put(parameter, List.of("1", "2"));
        post(STAFF, "update_helpdesk_ticket", parameters)
                .then()
                .statusCode(400)
                .body("errors.findAll { it.parameter == '" + parameter + "' }.code", hasItem("duplicate_parameter"));
        show(id).then().body("version", equalTo(1));
    }

    @Test
    void contradictionsAreRefused() {
        int id = ticket(department("thandi"));
        change(id, Map.of("reason", "Nothing else"))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("status")));
        change(id, Map.of("assignee", "thandi", "unassign", true))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("unassign")));
        show(id).then().body("version", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({"message, ''", "message, LONG", "internal, perhaps", "ticket_id, x", "mesage, x"})
    void replyThatCantBeAddedIsNamed(String parameter, String value) {
        int id = ticket(department("thandi"));
        var parameters = new HashMap<String, Object>(Map.of("ticket_id", id, "message", "Hello"));
        parameters.put(parameter, "LONG".equals(value) ? "x".repeat(10_001) : value);
        post(STAFF, "add_helpdesk_ticket_reply", parameters)
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter)));
        show(id).then().body("replies.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({"ticket_id, x", "include_internal, 1", "replies_before, 0", "history_before, 0", "ticket, 1"})
    void questionThatCantBeAnsweredIsNamed(String parameter, String value) {
        var parameters = new HashMap<String, Object>(Map.of("ticket_id", 1));
        parameters.put(parameter, value);
        get(STAFF, "get_helpdesk_ticket", parameters)
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter)));
    }

    private static void refused(Map<String, ?> parameters, String parameter, int department) {
        post(STAFF, "add_helpdesk_ticket", parameters)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.parameter", equalTo(List.of(parameter)));
        assertEquals(List.of(), tickets(department, Map.of()));
    }
}
