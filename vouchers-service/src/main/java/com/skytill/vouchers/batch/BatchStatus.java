package com.skytill.vouchers.batch;

import java.util.Locale;

/** A batch's life: queued, running while its vouchers are issued (again queued when that failed), then one of the ends. */
enum BatchStatus {
    QUEUED,
    RUNNING,
    COMPLETED,
    CANCELLED,
    FAILED;

    /** Whether its vouchers may still come. */
    boolean open() {
        return this == QUEUED || this == RUNNING;
    }

    /** As callers write it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
