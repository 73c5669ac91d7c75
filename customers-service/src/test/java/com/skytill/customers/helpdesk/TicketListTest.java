package com.skytill.customers.helpdesk;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static com.skytill.customers.helpdesk.HelpdeskApi.STAFF;
import static com.skytill.customers.helpdesk.HelpdeskApi.change;
import static com.skytill.customers.helpdesk.HelpdeskApi.customer;
import static com.skytill.customers.helpdesk.HelpdeskApi.department;
import static com.skytill.customers.helpdesk.HelpdeskApi.get;
import static com.skytill.customers.helpdesk.HelpdeskApi.show;
import static com.skytill.customers.helpdesk.HelpdeskApi.ticket;
import static com.skytill.customers.helpdesk.HelpdeskApi.ticketOf;
import static com.skytill.customers.helpdesk.HelpdeskApi.tickets;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class TicketListTest {

    @Test
    void eachFilterLetsThroughItsTicketsOnly() {
        int department = department("Thandi", "sipho");
        int customer = customer();
        int plain = ticket(department);
        var other = ticketOf(department);
        other.remove("lead_id");
        other.putAll(Map.of(
                "customer_id", customer, "priority", "urgent", "assignee", "sipho", "subject", "100%_\\ Down again"));
        int special = ticket(other);
        change(special, Map.of("status", "pending"));
        String at = show(special).path("created_at");
        for (var filter : List.of(
                Map.of("status", "pending"),
                Map.of("priority", "urgent"),
                Map.of("assignee", "SIPHO"),
                Map.of("customer_id", customer),
                Map.of("search", "DOWN AGAIN"),
                Map.of("search", "100%_\\"),
                Map.of("from", at),
                Map.of("status", "pending", "priority", "urgent", "assignee", "sipho", "from", at, "search", "down"))) {
            assertEquals(List.of(special), tickets(department, filter), filter.toString());
        }
        for (var filter : List.of(
                Map.of("status", "open"),
                Map.of("priority", "normal"),
                Map.of("assignee", "thandi"),
                Map.of("lead_id", 17),
                Map.of("search", "no signal"),
                Map.of("to", at))) {
            assertEquals(List.of(plain), tickets(department, filter), filter.toString());
        }
        for (var filter : List.of(
                Map.of("status", "closed"),
                Map.of("assignee", "thand"),
                Map.of("search", "n%signal"),
                Map.of("search", "no_signal"),
                Map.of("status", "pending", "priority", "normal"))) {
            assertEquals(List.of(), tickets(department, filter), filter.toString());
        }
        assertEquals(List.of(), tickets(department(), Map.of()));
    }

    @Test
    void countsAreThoseOfTheLists() {
        int department = department("thandi", "sipho");
        int first = ticket(department);
        ticket(department);
        var sipho = ticketOf(department);
        sipho.put("assignee", "sipho");
        int third = ticket(sipho);
        change(first, Map.of("status", "closed"));
        change(third, Map.of("status", "on_hold"));
        counts(Map.of("department_id", department), 1, 1, 1, 3);
        counts(Map.of("department_id", department, "assignee", "THANDI"), 1, 0, 1, 2);
        counts(Map.of("department_id", department, "assignee", "nobody"), 0, 0, 0, 0);
        int all = get(STAFF, "get_helpdesk_ticket_counts", Map.of()).path("open");
        ticket(department);
        get(STAFF, "get_helpdesk_ticket_counts", Map.of()).then().body("open", equalTo(all + 1));
    }

    @Test
    void pagesStayAsTheyAreWhileTicketsAreAdded() {
        int department = department("thandi");
        int first = ticket(department);
        int second = ticket(department);
        int third = ticket(department);
        var page = new HashMap<String, Object>(Map.of("department_id", department, "limit", 2, "status", "open"));
        String next = get(STAFF, "get_helpdesk_tickets", page)
                .then()
                .body("items.ticket_id", equalTo(List.of(first, second)))
                .extract()
                .path("next");
        int fourth = ticket(department);
        change(second, Map.of("status", "pending"));
        page.put("after", next);
        get(STAFF, "get_helpdesk_tickets", page)
                .then()
                .body("items.ticket_id", equalTo(List.of(third, fourth)))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "status, gone",
        "status, OPEN",
        "department_id, 0",
        "assignee, 'a b'",
        "priority, 1",
        "customer_id, x",
        "lead_id, -1",
        "search, ab",
        "from, yesterday",
        "to, 2026-01-01",
        "limit, 501",
        "after, bogus",
        "serach, signal"
    })
    void filterThatCantBeUsedIsNamed(String parameter, String value) {
        get(STAFF, "get_helpdesk_tickets", Map.of(parameter, value))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter)));
    }

    private static void counts(Map<String, ?> filter, int open, int onHold, int closed, int total) {
        get(STAFF, "get_helpdesk_ticket_counts", filter)
                .then()
                .statusCode(200)
                .body("open", equalTo(open))
                .body("pending", equalTo(0))
                .body("on_hold", equalTo(onHold))
                .body("resolved", equalTo(0))
                .body("closed", equalTo(closed))
                .body("total", equalTo(total));
    }
}
