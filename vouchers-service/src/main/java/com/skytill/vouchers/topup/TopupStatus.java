package com.skytill.vouchers.topup;

/** How far a top-up has come. */
enum TopupStatus {
    REQUESTED,
    PAID,
    /** Paid and applied. */
    COMPLETED,
    REJECTED
}
