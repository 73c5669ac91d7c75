package com.skytill.customers.helpdesk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

/** What a change made of one field of a ticket, as it is kept for good. */
@Entity
@Table(name = "helpdesk_ticket_changes")
class TicketChange {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "change_id")
    Long changeId;

    @Column(name = "ticket_id")
    long ticketId;

    /** The ticket's from then on: the same for all fields of one change. */
    int version;

    String field;

    @Column(name = "old_value")
    String oldValue;

    @Column(name = "new_value")
    String newValue;

    String reason;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;

    static TicketChange of(Ticket changed, TicketFields.Difference difference, String reason) {
        var change = new TicketChange();
        change.ticketId = changed.ticketId;
        change.version = changed.version;
        change.field = difference.field();
        change.oldValue = difference.before();
        change.newValue = difference.after();
        change.reason = reason;
        change.changedAt = changed.changedAt;
        change.changedBy = changed.changedBy;
        return change;
    }
}
