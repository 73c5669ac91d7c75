package com.skytill.vouchers.prepaid;

import com.skytill.platform.list.PageRequest;
import com.skytill.vouchers.identity.AccountReference;

import java.time.Instant;

/** Which allocations are asked for; null for all. */
record AllocationFilter(
        AccountReference account,
        AllocationStatus status,
        String product,
        Instant from,
        Instant to,
        PageRequest page) {}
