package com.skytill.customers.customer;

import com.skytill.platform.list.PageRequest;

/** Which customers are asked for; null means any. */
record CustomerFilter(
        String search,
        CustomerStatus status,
        CustomerKind kind,
        Long billingGroupId,
        Long customerGroupId,
        PageRequest page) {}
