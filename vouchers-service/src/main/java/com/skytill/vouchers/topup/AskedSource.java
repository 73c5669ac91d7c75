package com.skytill.vouchers.topup;

/** Where a top-up that is asked for may come from: each {@link TopupSource} but the rollover. */
enum AskedSource {
    API,
    STAFF,
    PORTAL,
    SMS,
    AUTO
}
