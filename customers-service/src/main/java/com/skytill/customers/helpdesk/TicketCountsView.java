package com.skytill.customers.helpdesk;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.util.Map;

/** How many tickets there are of each status. For Jackson. */
@RegisterForReflection
record TicketCountsView(long open, long pending, long onHold, long resolved, long closed, long total) {

    static TicketCountsView of(Map<TicketStatus, Long> counts) {
        return new TicketCountsView(
                counts.getOrDefault(TicketStatus.OPEN, 0L),
                counts.getOrDefault(TicketStatus.PENDING, 0L),
                counts.getOrDefault(TicketStatus.ON_HOLD, 0L),
                counts.getOrDefault(TicketStatus.RESOLVED, 0L),
                counts.getOrDefault(TicketStatus.CLOSED, 0L),
                counts.values().stream().mapToLong(Long::longValue).sum());
    }
}
