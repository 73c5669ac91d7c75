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

/** Adds a reply to a ticket. */
@Singleton
final class AddHelpdeskTicketReply implements Update<AddHelpdeskTicketReply.Parameters, Ticket> {

    record Parameters(Long ticketId, String message, boolean internal) {}

    private final TicketStore tickets;
    private final ReplyStore store;
    private final Clock clock;

    AddHelpdeskTicketReply(TicketStore tickets, ReplyStore store, Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_helpdesk_ticket_reply",
                        Section.HELPDESK,
                        Permission.HELPDESK_WRITE,
                        "Replies to a helpdesk ticket",
                        "A reply overwrites nothing, so it leaves the ticket's version as it is. A closed ticket takes none.",
                        "reply",
                        ReplyView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ILLEGAL_STATE);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.id("ticket_id", "Which ticket").mandatory(),
                in.lines("message", "What is said")
                        .max(10_000)
                        .example("A technician comes tomorrow at nine")
                        .mandatory(),
                in.flag("internal", "Whether it is for staff only").orElse(false));
    }

    @Override
    public Uni<Ticket> check(Parameters parameters, Caller submitter) {
        return tickets.lockToReply(parameters.ticketId())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("ticket")))
                .invoke(ticket -> ticket.status.requireNotClosed());
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Ticket ticket, Caller submitter) {
        var reply = new Reply();
        reply.ticketId = ticket.ticketId;
        reply.message = parameters.message();
        reply.internal = parameters.internal();
        reply.createdAt = clock.instant();
        reply.createdBy = submitter.username();
        return store.add(reply).map(added -> Outcome.added("reply", added.replyId, ReplyView.of(added)));
    }
}
