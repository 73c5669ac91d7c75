package com.skytill.customers.helpdesk;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.List;

/** One ticket, with what was said and done on it. */
@Singleton
final class GetHelpdeskTicket implements Query<GetHelpdeskTicket.Parameters> {

    /** As many replies, and changes, as one answer shows. */
    private static final int SHOWN = 100;

    record Parameters(Long ticketId, boolean internalToo, Long repliesBefore, Integer historyBefore) {}

    private final TicketStore tickets;
    private final ReplyStore store;

    GetHelpdeskTicket(TicketStore tickets, ReplyStore store) {
        this.tickets = tickets;
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.one(
                "get_helpdesk_ticket",
                Section.HELPDESK,
                Permission.HELPDESK_READ,
                "Shows a helpdesk ticket with its replies and its history",
                "The last " + SHOWN + " replies and changes, in the order in which they were made; earlier_replies and"
                        + " earlier_history say whether there are more. The history has a row for each field that a change"
                        + " changed; those of one change have the version that the ticket had from then on.",
                TicketDetailsView.class);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.id("ticket_id", "Which ticket").mandatory(),
                in.flag("include_internal", "Whether replies for staff only are shown too")
                        .orElse(true),
                in.id("replies_before", "Only replies before that of this ID").optional(),
                in.number("history_before", "Only changes before this version")
                        .between(1, Integer.MAX_VALUE)
                        .optional());
    }

    @Override
    public Uni<TicketDetailsView> answer(Parameters wanted, Caller caller) {
        return tickets.find(wanted.ticketId())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("ticket")))
                .flatMap(ticket -> replies(wanted)
                        .flatMap(replies -> history(ticket, wanted).map(history -> view(ticket, replies, history))));
    }

    private Uni<List<Reply>> replies(Parameters wanted) {
        long before = wanted.repliesBefore() == null ? Long.MAX_VALUE : wanted.repliesBefore();
        return store.replies(wanted.ticketId(), before, wanted.internalToo(), SHOWN + 1);
    }

    private Uni<List<TicketChange>> history(Ticket ticket, Parameters wanted) {
        int last = wanted.historyBefore() == null ? ticket.version : wanted.historyBefore() - 1;
        return store.changes(ticket.ticketId, last - SHOWN + 1, last);
    }

    private static TicketDetailsView view(Ticket ticket, List<Reply> lastFirst, List<TicketChange> changes) {
        var shown = lastFirst.stream().limit(SHOWN).map(ReplyView::of).toList().reversed();
        // Version 1 is the ticket as it was added.
        boolean earlierHistory = !changes.isEmpty() && changes.getFirst().version > 2;
        return TicketDetailsView.of(
                ticket,
                shown,
                lastFirst.size() > SHOWN,
                changes.stream().map(TicketChangeView::of).toList(),
                earlierHistory);
    }
}
