package com.skytill.customers.helpdesk;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.util.List;

/** A department as answers show it. For Jackson. */
@RegisterForReflection
record DepartmentView(long departmentId, String name, List<String> members, String defaultAssignee) {

    DepartmentView {
        members = List.copyOf(members);
    }

    static DepartmentView of(Department department) {
        return new DepartmentView(
                department.departmentId, department.name, department.members, department.defaultAssignee);
    }
}
