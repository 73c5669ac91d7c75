package com.skytill.vouchers.topup;

/** Where a top-up came from. */
enum TopupSource {
    API,
    STAFF,
    PORTAL,
    SMS,
    AUTO,
    /** Of data that were unused when their month was closed; nobody asks for these. */
    ROLLOVER
}
