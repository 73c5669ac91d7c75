package com.skytill.customers.customer;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What an import came to. For Jackson.
 *
 * @param rows how many customers the file has: all of them are added, or none
 */
@RegisterForReflection
record ImportView(int rows) {}
