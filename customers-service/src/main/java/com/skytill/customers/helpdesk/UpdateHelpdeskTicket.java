package com.skytill.customers.helpdesk;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;

/** Changes a ticket, unless somebody else has changed it since the caller saw it. */
@Singleton
final class UpdateHelpdeskTicket implements Update<TicketChanges, UpdateHelpdeskTicket.Checked> {

    /** The ticket, locked, and what it becomes. */
    record Checked(Ticket ticket, TicketFields after) {}

    private final TicketStore store;
    private final DepartmentStore departments;
    private final HelpdeskConfig config;
    private final Clock clock;

    UpdateHelpdeskTicket(TicketStore store, DepartmentStore departments, HelpdeskConfig config, Clock clock) {
        this.store = store;
        this.departments = departments;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "update_helpdesk_ticket",
                        Section.HELPDESK,
                        Permission.HELPDESK_WRITE,
                        "Changes a helpdesk ticket",
                        "When somebody else has changed it since that version, the answer is illegal_state, says who and when, and"
                                + " nothing changes. A resolved ticket may be opened again, which takes its resolution back; a"
                                + " closed one is closed for good. A ticket that moves to another department goes to its default"
                                + " assignee unless its own is a member there too.",
                        "ticket",
                        TicketView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ILLEGAL_STATE);
    }

    @Override
    public TicketChanges read(ParameterReader in) {
        return TicketChanges.read(in, config.reasonRequired());
    }

    @Override
    public Uni<Checked> check(TicketChanges changes, Caller submitter) {
        return store.lockToChange(changes.ticketId())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("ticket")))
                .invoke(changes::requireVersion)
                .flatMap(ticket -> departments
                        .lockToUse(changes.departmentId(ticket))
                        .map(found -> found.orElseThrow(
                                () -> ProblemException.parameter("department_id", "there is none with this ID")))
                        .map(department -> new Checked(ticket, changes.of(TicketFields.of(ticket), department))));
    }

    @Override
    public Uni<Outcome> apply(TicketChanges changes, Checked checked, Caller submitter) {
        var ticket = checked.ticket();
        var differences = TicketFields.of(ticket).differences(checked.after());
        if (differences.isEmpty()) {
            return Uni.createFrom().item(outcome(ticket));
        }
        checked.after().writeTo(ticket);
        ticket.version++;
        ticket.changedAt = clock.instant();
        ticket.changedBy = submitter.username();
        List<TicketChange> kept = differences.stream()
                .map(difference -> TicketChange.of(ticket, difference, changes.reason()))
                .toList();
        return store.change(kept).replaceWith(() -> outcome(ticket));
    }

    private static Outcome outcome(Ticket ticket) {
        return Outcome.changed("ticket", ticket.ticketId, TicketView.of(ticket));
    }
}
