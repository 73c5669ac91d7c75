package com.skytill.customers.helpdesk;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a ticket stands, and what may become of it. */
enum TicketStatus {
    /** Somebody of the department works on it, or has to. */
    OPEN,
    /** The customer has to answer. */
    PENDING,
    /** Somebody or something else has to come first. */
    ON_HOLD,
    /** Done, as its resolution says; opened again when the customer says otherwise. */
    RESOLVED,
    /** Over for good. */
    CLOSED;

    /** Those in which a ticket's assignee has to belong to its department. */
    static final List<TicketStatus> IN_WORK = List.of(OPEN, PENDING, ON_HOLD);

    /** What it may become. */
    List<TicketStatus> next() {
        return switch (this) {
            case OPEN -> List.of(PENDING, ON_HOLD, RESOLVED, CLOSED);
            case PENDING -> List.of(OPEN, ON_HOLD, RESOLVED, CLOSED);
            case ON_HOLD -> List.of(OPEN, PENDING, RESOLVED, CLOSED);
            case RESOLVED -> List.of(OPEN, CLOSED);
            case CLOSED -> List.of();
        };
    }

    boolean inWork() {
        return IN_WORK.contains(this);
    }

    /** Fails with {@code illegal_state}, which names both, unless it may become that; staying the same is no step. */
    void requireStep(TicketStatus wanted) {
        if (wanted == this || next().contains(wanted)) {
            return;
        }
        String allowed = next().stream().map(TicketStatus::code).collect(Collectors.joining(", "));
        throw new ProblemException(
                ProblemCode.ILLEGAL_STATE,
                "The ticket is " + code() + " and can't become " + wanted.code()
                        + (allowed.isEmpty() ? ": that is final" : ", only " + allowed));
    }

    /** Fails with {@code illegal_state} when nothing may change any more. */
    void requireNotClosed() {
        if (this == CLOSED) {
            throw new ProblemException(ProblemCode.ILLEGAL_STATE, "The ticket is closed: that is final");
        }
    }

    /** As callers write it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
