package com.skytill.vouchers.monitor;

/** How a session's end is known: by its Stop, or by something that leaves no doubt. The names are those of {@code end_kind}. */
enum EndReason {
    STOP,
    NAS_RESET,
    STALE,
    REPLACED,
    GIVEN_BACK
}
