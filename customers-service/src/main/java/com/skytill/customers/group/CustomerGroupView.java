package com.skytill.customers.group;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A customer group as answers show it. For Jackson. */
@RegisterForReflection
record CustomerGroupView(long customerGroupId, String name) {

    static CustomerGroupView of(CustomerGroup group) {
        return new CustomerGroupView(group.customerGroupId, group.name);
    }
}
