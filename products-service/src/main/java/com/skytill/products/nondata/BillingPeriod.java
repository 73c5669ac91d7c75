package com.skytill.products.nondata;

/** How often a non-data product is billed. */
enum BillingPeriod {
    ONCE,
    MONTHLY,
    YEARLY
}
