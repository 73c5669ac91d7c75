package com.skytill.vouchers.account;

import java.time.Instant;

/** What was used from an instant on: bytes from and to the customer, and seconds online. */
record Traffic(Instant from, long up, long down, long seconds) {

    Traffic plus(Traffic other) {
        return new Traffic(from, up + other.up, down + other.down, seconds + other.seconds);
    }
}
