package com.skytill.customers.helpdesk;

import com.skytill.platform.list.PageRequest;

import java.time.Instant;

/** Which tickets are asked for; null means any. */
record TicketFilter(
        TicketStatus status,
        Long departmentId,
        String assignee,
        TicketPriority priority,
        Long customerId,
        Long leadId,
        String search,
        Instant from,
        Instant to,
        PageRequest page) {

    /** The text searched for as a pattern of the subject in lower case. */
    String pattern() {
        return search == null ? null : "%" + search.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
