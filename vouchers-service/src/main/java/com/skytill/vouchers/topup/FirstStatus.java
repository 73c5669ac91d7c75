package com.skytill.vouchers.topup;

/** How far a top-up has come when it is added: a till that has the money completes it at once. */
enum FirstStatus {
    REQUESTED,
    PAID,
    COMPLETED
}
