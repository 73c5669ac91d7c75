package com.skytill.customers.billing;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A billing group as answers show it. For Jackson. */
@RegisterForReflection
record BillingGroupView(long billingGroupId, String name, int billingDay) {

    static BillingGroupView of(BillingGroup group) {
        return new BillingGroupView(group.billingGroupId, group.name, group.billingDay);
    }
}
