package com.skytill.customers.helpdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What of a ticket may change. */
record TicketFields(
        long departmentId,
        String subject,
        TicketPriority priority,
        TicketStatus status,
        String assignee,
        String resolution) {

    /** One field's old and new value, as answers write them; null for none. */
    record Difference(String field, String before, String after) {}

    static TicketFields of(Ticket ticket) {
        return new TicketFields(
                ticket.departmentId,
                ticket.subject,
                ticket.priority,
                ticket.status,
                ticket.assignee,
                ticket.resolution);
    }

    void writeTo(Ticket ticket) {
        ticket.departmentId = departmentId;
        ticket.subject = subject;
        ticket.priority = priority;
        ticket.status = status;
        ticket.assignee = assignee;
        ticket.resolution = resolution;
    }

    /** The fields that differ then. */
    List<Difference> differences(TicketFields after) {
        var differences = new ArrayList<Difference>();
        add(differences, "department_id", String.valueOf(departmentId), String.valueOf(after.departmentId));
        add(differences, "subject", subject, after.subject);
        add(differences, "priority", priority.code(), after.priority.code());
        add(differences, "status", status.code(), after.status.code());
        add(differences, "assignee", assignee, after.assignee);
        add(differences, "resolution", resolution, after.resolution);
        return differences;
    }

    private static void add(List<Difference> differences, String field, String before, String after) {
        if (!Objects.equals(before, after)) {
            differences.add(new Difference(field, before, after));
        }
    }
}
