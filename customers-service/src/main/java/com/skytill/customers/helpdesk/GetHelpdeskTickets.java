package com.skytill.customers.helpdesk;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.Page;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** The tickets. */
@Singleton
final class GetHelpdeskTickets implements Query<TicketFilter> {

    private final TicketStore store;

    GetHelpdeskTickets(TicketStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_helpdesk_tickets",
                Section.HELPDESK,
                Permission.HELPDESK_READ,
                "Lists the helpdesk tickets",
                "In the order in which they were added; those for which all filters hold.",
                TicketView.class);
    }

    @Override
    public TicketFilter read(ParameterReader in) {
        return new TicketFilter(
                in.choice("status", "Only tickets of this status", TicketStatus.class)
                        .optional(),
                in.id("department_id", "Only tickets of this department").optional(),
                Usernames.one(in, "assignee", "Only tickets that this user works on, in whatever case")
                        .optional(),
                in.choice("priority", "Only tickets of this priority", TicketPriority.class)
                        .optional(),
                in.id("customer_id", "Only tickets of this customer").optional(),
                in.id("lead_id", "Only tickets of this sales lead").optional(),
                // Fewer than three have no trigram, so no index.
                in.text("search", "Only tickets with this in their subject, in whatever case")
                        .min(3)
                        .max(100)
                        .example("signal")
                        .optional(),
                in.instant("from", "Only tickets added at this instant or later")
                        .optional(),
                in.instant("to", "Only tickets added before this instant").optional(),
                in.page());
    }

    @Override
    public Uni<Page<TicketView>> answer(TicketFilter filter, Caller caller) {
        return store.list(filter)
                .map(tickets ->
                        Page.of(tickets.stream().map(TicketView::of).toList(), filter.page(), TicketView::ticketId));
    }
}
