package com.skytill.vouchers.monitor;

/** Whose a session is. */
enum SessionKind {
    VOUCHER,
    ACCOUNT,
    PREPAID
}
