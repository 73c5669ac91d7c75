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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Changes a department, since staff come and go. */
@Singleton
final class UpdateHelpdeskDepartment implements Update<DepartmentChanges, Department> {

    private final DepartmentStore store;

    UpdateHelpdeskDepartment(DepartmentStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "update_helpdesk_department",
                        Section.HELPDESK,
                        Permission.HELPDESK_WRITE,
                        "Changes a helpdesk department",
                        "Members are added and removed, never replaced as a whole, so that two who change the staff at once lose"
                                + " nothing. Nobody leaves who has tickets of the department that are open, pending or on hold.",
                        "department",
                        DepartmentView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ALREADY_EXISTS, ProblemCode.RULE_VIOLATED);
    }

    @Override
    public DepartmentChanges read(ParameterReader in) {
        return DepartmentChanges.read(in);
    }

    @Override
    public Uni<Department> check(DepartmentChanges changes, Caller submitter) {
        return store.lockToChange(changes.departmentId())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("department")))
                .invoke(department ->
                        changes.defaultAssignee(department.defaultAssignee, changes.members(department.staff())))
                .call(() -> DepartmentChanges.nameIsFree(store, changes.name(), changes.departmentId()))
                .call(() -> leavingAreFree(changes));
    }

    @Override
    public Uni<Outcome> apply(DepartmentChanges changes, Department department, Caller submitter) {
        changes.applyTo(department);
        return store.flush()
                .replaceWith(
                        () -> Outcome.changed("department", department.departmentId, DepartmentView.of(department)));
    }

    private Uni<Void> leavingAreFree(DepartmentChanges changes) {
        return Multi.createFrom()
                .iterable(changes.leaving())
                .onItem()
                .transformToUniAndConcatenate(username -> store.ticketsInWork(changes.departmentId(), username)
                        .invoke(tickets -> requireNone(username, tickets)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static void requireNone(String username, long tickets) {
        if (tickets > 0) {
            throw new ProblemException(
                    ProblemCode.RULE_VIOLATED,
                    username + " has tickets of this department that are open, pending or on hold (" + tickets
                            + "); assign them to somebody else first");
        }
    }
}
