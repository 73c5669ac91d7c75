package com.skytill.customers.helpdesk;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Instant;

/** What a change made of one field, as answers show it. For Jackson. */
@RegisterForReflection
record TicketChangeView(
        int version, String field, String from, String to, String reason, Instant changedAt, String changedBy) {

    static TicketChangeView of(TicketChange change) {
        return new TicketChangeView(
                change.version,
                change.field,
                change.oldValue,
                change.newValue,
                change.reason,
                change.changedAt,
                change.changedBy);
    }
}
