package com.skytill.customers.helpdesk;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.List;

/** Adds a department: departments come first, then tickets. */
@Singleton
final class AddHelpdeskDepartment implements Update<AddHelpdeskDepartment.Parameters, Void> {

    record Parameters(String name, Members members, String defaultAssignee) {}

    private final DepartmentStore store;

    AddHelpdeskDepartment(DepartmentStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_helpdesk_department",
                        Section.HELPDESK,
                        Permission.HELPDESK_WRITE,
                        "Adds a helpdesk department",
                        "Its tickets can be assigned to its members only. Tickets that name nobody go to default_assignee; without"
                                + " one, to nobody.",
                        "department",
                        DepartmentView.class)
                .failingBy(ProblemCode.ALREADY_EXISTS);
    }

    @Override
    public Parameters read(ParameterReader in) {
        String name = DepartmentChanges.name(in).mandatory();
        var members = Usernames.several(in, "members", "Its staff");
        String assignee = Usernames.one(in, "default_assignee", "The member who gets tickets that name nobody")
                .optional();
        var staff = new Members(members == null ? List.of() : members);
        if (assignee != null && !staff.has(assignee)) {
            in.refuse("default_assignee", "must be one of the members");
            return null;
        }
        return new Parameters(
                name, staff, assignee == null ? null : staff.find(assignee).orElseThrow());
    }

    @Override
    public Uni<Void> check(Parameters parameters, Caller submitter) {
        return DepartmentChanges.nameIsFree(store, parameters.name(), 0);
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Void checked, Caller submitter) {
        var department = new Department();
        department.name = parameters.name();
        department.members = parameters.members().usernames();
        department.defaultAssignee = parameters.defaultAssignee();
        return store.add(department)
                .map(added -> Outcome.added("department", added.departmentId, DepartmentView.of(added)));
    }
}
