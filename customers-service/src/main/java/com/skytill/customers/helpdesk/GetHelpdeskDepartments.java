package com.skytill.customers.helpdesk;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.Page;
import com.skytill.platform.list.PageRequest;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** The helpdesk's departments. */
@Singleton
final class GetHelpdeskDepartments implements Query<PageRequest> {

    private final DepartmentStore store;

    GetHelpdeskDepartments(DepartmentStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_helpdesk_departments",
                Section.HELPDESK,
                Permission.HELPDESK_READ,
                "Lists the helpdesk departments",
                "In the order in which they were added, with their members.",
                DepartmentView.class);
    }

    @Override
    public PageRequest read(ParameterReader in) {
        return in.page();
    }

    @Override
    public Uni<Page<DepartmentView>> answer(PageRequest page, Caller caller) {
        return store.list(page)
                .map(departments -> Page.of(
                        departments.stream().map(DepartmentView::of).toList(), page, DepartmentView::departmentId));
    }
}
