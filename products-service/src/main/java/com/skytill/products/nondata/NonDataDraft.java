package com.skytill.products.nondata;

import java.math.BigDecimal;

/** All that somebody decides about a non-data product, as it is to become. Null means absent. */
record NonDataDraft(
        String name,
        String productCode,
        BigDecimal price,
        BillingPeriod billingPeriod,
        Long groupId,
        Long typeId,
        String description) {}
