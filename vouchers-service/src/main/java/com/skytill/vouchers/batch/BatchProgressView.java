package com.skytill.vouchers.batch;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How far a batch is. For Jackson.
 *
 * @param issued vouchers issued so far, which nobody sees before all are
 * @param percent of all, rounded down: 100 only when all are
 */
@RegisterForReflection
record BatchProgressView(int issued, int percent) {

    static BatchProgressView of(int issued, int quantity) {
        return new BatchProgressView(issued, (int) (100L * issued / quantity));
    }
}
