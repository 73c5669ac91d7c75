package com.skytill.customers.helpdesk;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Instant;

/** A ticket as answers show it. For Jackson. */
@RegisterForReflection
record TicketView(
        long ticketId,
        Long customerId,
        Long leadId,
        long departmentId,
        String subject,
        String description,
        TicketPriority priority,
        TicketStatus status,
        String assignee,
        String resolution,
        int version,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy) {

    static TicketView of(Ticket ticket) {
        return new TicketView(
                ticket.ticketId,
                ticket.customerId,
                ticket.leadId,
                ticket.departmentId,
                ticket.subject,
                ticket.description,
                ticket.priority,
                ticket.status,
                ticket.assignee,
                ticket.resolution,
                ticket.version,
                ticket.createdAt,
                ticket.createdBy,
                ticket.changedAt,
                ticket.changedBy);
    }
}
