package com.skytill.customers.helpdesk;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** How many tickets stand where. */
@Singleton
final class GetHelpdeskTicketCounts implements Query<GetHelpdeskTicketCounts.Parameters> {

    record Parameters(Long departmentId, String assignee) {}

    private final TicketStore store;

    GetHelpdeskTicketCounts(TicketStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.one(
                        "get_helpdesk_ticket_counts",
                        Section.HELPDESK,
                        Permission.HELPDESK_READ,
                        "Counts the helpdesk tickets by status",
                        "All of them, or those of a department, of a user, or of both.",
                        TicketCountsView.class)
                .failingBy();
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.id("department_id", "Only tickets of this department").optional(),
                Usernames.one(in, "assignee", "Only tickets that this user works on, in whatever case")
                        .optional());
    }

    @Override
    public Uni<TicketCountsView> answer(Parameters wanted, Caller caller) {
        return store.counts(wanted.departmentId(), wanted.assignee()).map(TicketCountsView::of);
    }
}
