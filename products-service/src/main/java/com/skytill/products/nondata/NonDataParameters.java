package com.skytill.products.nondata;

import com.skytill.platform.parameter.Parameter;
import com.skytill.platform.parameter.ParameterReader;

/** What only non-data products have, as a parameter: read alike when one is added and when it is changed. */
final class NonDataParameters {

    private NonDataParameters() {}

    static Parameter<BillingPeriod> billingPeriod(ParameterReader in) {
        return in.choice("billing_period", "How often it is billed", BillingPeriod.class);
    }
}
