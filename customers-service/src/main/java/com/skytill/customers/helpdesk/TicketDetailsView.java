package com.skytill.customers.helpdesk;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Instant;
import java.util.List;

/** A ticket with what was said and done on it. For Jackson. */
@RegisterForReflection
record TicketDetailsView(
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
        String changedBy,
        List<ReplyView> replies,
        boolean earlierReplies,
        List<TicketChangeView> history,
        boolean earlierHistory) {

    TicketDetailsView {
        replies = List.copyOf(replies);
        history = List.copyOf(history);
    }

    static TicketDetailsView of(
            Ticket ticket,
            List<ReplyView> replies,
            boolean earlierReplies,
            List<TicketChangeView> history,
            boolean earlierHistory) {
        return new TicketDetailsView(
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
                ticket.changedBy,
                replies,
                earlierReplies,
                history,
                earlierHistory);
    }
}
