package com.skytill.customers.helpdesk;

import com.skytill.platform.parameter.Parameter;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

/**
 * What is to become of a ticket; absent values are null and stay as they are.
 *
 * @param version the version that the caller saw
 */
record TicketChanges(
        Long ticketId,
        Integer version,
        TicketStatus status,
        String resolution,
        String assignee,
        boolean nobody,
        Long departmentId,
        TicketPriority priority,
        String subject,
        String reason) {

    static TicketChanges read(ParameterReader in, boolean reasonRequired) {
        var changes = new TicketChanges(
                in.id("ticket_id", "Which ticket").mandatory(),
                in.number(
                                "version",
                                "The version of the ticket that was seen: when it has another one, nothing changes")
                        .between(1, Integer.MAX_VALUE)
                        .mandatory(),
                in.choice("status", "What it becomes", TicketStatus.class).optional(),
                in.lines("resolution", "What solved it; mandatory to resolve")
                        .max(10_000)
                        .example("Turned the dish")
                        .optional(),
                Usernames.one(in, "assignee", "The member of its department who works on it")
                        .optional(),
                in.flag("unassign", "Whether nobody works on it").orElse(false),
                in.id("department_id", "Which department it moves to").optional(),
                in.choice("priority", "How much it presses", TicketPriority.class)
                        .optional(),
                in.text("subject", "What it is about")
                        .max(200)
                        .example("No signal since the storm")
                        .optional(),
                reason(in, reasonRequired));
        if (changes.status == TicketStatus.RESOLVED && !in.given("resolution")) {
            in.refuse("resolution", "is mandatory to resolve");
        }
        if (in.given("assignee") && changes.nobody) {
            in.refuse("unassign", "must not be true with assignee");
        }
        boolean some = in.given("status") || in.given("resolution") || in.given("assignee") || changes.nobody;
        if (!some && !in.given("department_id") && !in.given("priority") && !in.given("subject")) {
            in.refuse(
                    "status",
                    "give at least one of status, resolution, assignee, unassign, department_id, priority and subject");
        }
        return changes;
    }

    private static String reason(ParameterReader in, boolean required) {
        Parameter<String> reason = in.lines("reason", "Why; mandatory where skytill.helpdesk.reason-required says so")
                .max(1000)
                .example("Waits for a part");
        return required ? reason.mandatory() : reason.optional();
    }

    /** Fails with {@code illegal_state}, which says who changed the ticket and when, unless it is of the version seen. */
    void requireVersion(Ticket ticket) {
        if (version > ticket.version) {
            throw ProblemException.parameter("version", "is one that the ticket does not have yet");
        }
        if (version < ticket.version) {
            throw new ProblemException(
                    ProblemCode.ILLEGAL_STATE,
                    "Nothing was changed: %s changed the ticket at %s; it is of version %d by now, not %d"
                            .formatted(ticket.changedBy, ticket.changedAt, ticket.version, version));
        }
    }

    /** The department that the ticket is in then. */
    long departmentId(Ticket ticket) {
        return departmentId == null ? ticket.departmentId : departmentId;
    }

    /** The ticket then, or a failure that says why not. */
    TicketFields of(TicketFields before, Department department) {
        var then = status == null ? before.status() : status;
        before.status().requireStep(then);
        before.status().requireNotClosed();
        return new TicketFields(
                department.departmentId,
                subject == null ? before.subject() : subject,
                priority == null ? before.priority() : priority,
                then,
                assignee(before, then, department),
                resolution(before, then));
    }

    /** A ticket that is opened again has to be resolved anew. */
    private String resolution(TicketFields before, TicketStatus then) {
        if (then.inWork()) {
            if (resolution != null) {
                throw ProblemException.parameter(
                        "resolution", "is for a ticket that is, or becomes, resolved or closed");
            }
            return null;
        }
        return resolution == null ? before.resolution() : resolution;
    }

    /** Who is no member of the department, having left it or being of another one, gives way to its default assignee. */
    private String assignee(TicketFields before, TicketStatus then, Department department) {
        if (nobody) {
            return null;
        }
        if (assignee != null) {
            return department.assignee(assignee);
        }
        boolean moves = department.departmentId != before.departmentId();
        if (before.assignee() == null) {
            return moves ? department.defaultAssignee : null;
        }
        boolean stays = department.staff().has(before.assignee()) || (!moves && !then.inWork());
        return stays ? before.assignee() : department.defaultAssignee;
    }
}
