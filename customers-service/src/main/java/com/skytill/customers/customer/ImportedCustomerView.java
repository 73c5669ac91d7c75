package com.skytill.customers.customer;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which customer a line of an imported file has become. For Jackson. */
@RegisterForReflection
record ImportedCustomerView(int line, long customerId, String accountingCode) {}
