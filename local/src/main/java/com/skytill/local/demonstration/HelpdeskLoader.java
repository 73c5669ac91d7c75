package com.skytill.local.demonstration;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Opens the helpdesk's tickets, has them replied to, and brings each to where it ends. */
final class HelpdeskLoader {

    private static final String OPEN = "open";
    private static final String CLOSED = "closed";
    private static final String RESOLVED = "resolved";
    private static final String MEMBERS = String.join(", ", StaffLoader.HELPDESK);
    private static final List<Map<String, Object>> DEPARTMENTS = List.of(
            Map.of("name", "Support", "members", MEMBERS, "default_assignee", "nomsa"),
            Map.of("name", "Accounts", "members", MEMBERS, "default_assignee", "ayesha"),
            Map.of("name", "Installations", "members", MEMBERS));

    private final Calls calls;
    private final NamedThings departments;
    private final List<Long> customers;
    private final Map<String, JsonNode> known = new HashMap<>();

    /** For these customers, by their IDs. */
    HelpdeskLoader(Calls calls, List<Long> customers) {
        this.calls = calls;
        this.customers = List.copyOf(customers);
        this.departments = new NamedThings(calls, "helpdesk_department", "get_helpdesk_departments", "department_id");
    }

    void load(List<Ticket> tickets) throws IOException, InterruptedException, DemonstrationFailure {
        departments.add(DEPARTMENTS);
        for (var ticket : calls.list("get_helpdesk_tickets", Map.of())) {
            known.put(
                    key(
                            ticket.path("customer_id").asLong(),
                            ticket.path("subject").asText()),
                    ticket);
        }
        Parallel.each(tickets, this::load);
    }

    private void load(Ticket ticket) throws IOException, InterruptedException, DemonstrationFailure {
        long customer = customers.get(ticket.customer());
        String key = key(customer, ticket.subject());
        var there = known.get(key);
        int replies = 0;
        if (there == null) {
            there = calls.update("add_helpdesk_ticket", parameters(ticket, customer), key)
                    .path("ticket");
        } else if (there.path("status").asText().equals(OPEN)) {
            there = calls.get(
                    "get_helpdesk_ticket",
                    Map.of("ticket_id", there.path("ticket_id").asLong()));
            replies = there.path("replies").size();
        }
        // Its status comes last: another one says that all is done, or that staff has taken it over.
        if (there.path("status").asText().equals(OPEN)) {
            goOn(
                    ticket,
                    key,
                    there.path("ticket_id").asLong(),
                    there.path("version").asInt(),
                    replies);
        }
    }

    private void goOn(Ticket ticket, String key, long id, int version, int replied)
            throws IOException, InterruptedException, DemonstrationFailure {
        for (int number = replied; number < ticket.replies().size(); number++) {
            var reply = ticket.replies().get(number);
            calls.update(
                    "add_helpdesk_ticket_reply",
                    Map.of("ticket_id", id, "message", reply.message(), "internal", reply.internal()),
                    key + " " + number);
        }
        if (!ticket.status().equals(OPEN)) {
            move(ticket, key, id, version);
        }
    }

    private void move(Ticket ticket, String key, long id, int version)
            throws IOException, InterruptedException, DemonstrationFailure {
        boolean over = ticket.status().equals(CLOSED) || ticket.status().equals(RESOLVED);
        var change = new LinkedHashMap<String, Object>();
        change.put("ticket_id", id);
        change.put("version", version);
        change.put("status", over ? RESOLVED : ticket.status());
        if (over) {
            change.put("resolution", ticket.resolution());
        }
        var changed = calls.update("update_helpdesk_ticket", change, key).path("ticket");
        if (ticket.status().equals(CLOSED)) {
            calls.update(
                    "update_helpdesk_ticket",
                    Map.of("ticket_id", id, "version", changed.path("version").asInt(), "status", CLOSED),
                    key + " " + CLOSED);
        }
    }

    private Map<String, Object> parameters(Ticket ticket, long customer) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("department_id", departments.id(ticket.department()));
        parameters.put("subject", ticket.subject());
        parameters.put("description", ticket.description());
        parameters.put("customer_id", customer);
        parameters.put("priority", ticket.priority());
        if (!ticket.assignee().isEmpty()) {
            parameters.put("assignee", ticket.assignee());
        }
        return parameters;
    }

    private static String key(long customer, String subject) {
        return customer + " " + subject;
    }
}
