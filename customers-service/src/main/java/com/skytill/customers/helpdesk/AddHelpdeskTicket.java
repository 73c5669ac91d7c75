package com.skytill.customers.helpdesk;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Adds a ticket: a customer's or lead's problem, for a department. */
@Singleton
final class AddHelpdeskTicket implements Update<NewTicket, Department> {

    private final TicketStore store;
    private final DepartmentStore departments;
    private final Clock clock;

    AddHelpdeskTicket(TicketStore store, DepartmentStore departments, Clock clock) {
        this.store = store;
        this.departments = departments;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_helpdesk_ticket",
                        Section.HELPDESK,
                        Permission.HELPDESK_WRITE,
                        "Adds a helpdesk ticket",
                        "It is of a customer or of a sales lead, is open, and has version 1. A lead is not looked up.",
                        "ticket",
                        TicketView.class)
                .failingBy();
    }

    @Override
    public NewTicket read(ParameterReader in) {
        return NewTicket.read(in);
    }

    @Override
    public Uni<Department> check(NewTicket asked, Caller submitter) {
        return customerIsKnown(asked.customerId())
                .chain(() -> departments.lockToUse(asked.departmentId()))
                .map(found -> found.orElseThrow(
                        () -> ProblemException.parameter("department_id", "there is none with this ID")))
                .invoke(department -> department.assignee(asked.assignee()));
    }

    @Override
    public Uni<Outcome> apply(NewTicket asked, Department department, Caller submitter) {
        return store.add(asked.toTicket(department, clock.instant(), submitter.username()))
                .map(added -> Outcome.added("ticket", added.ticketId, TicketView.of(added)));
    }

    private Uni<Void> customerIsKnown(Long customerId) {
        if (customerId == null) {
            return Uni.createFrom().voidItem();
        }
        return store.hasCustomer(customerId)
                .invoke(found -> {
                    if (!found) {
                        throw ProblemException.parameter("customer_id", "there is none with this ID");
                    }
                })
                .replaceWithVoid();
    }
}
