package com.skytill.platform.update;

import java.time.Instant;

/** Which rows of the ledger are asked for; null means any. */
record LedgerFilter(long after, UpdateStatus status, String operation, String submittedBy, Instant from, Instant to) {

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2999-01-01T00:00:00Z");

    LedgerFilter {
        from = from == null ? FIRST : from;
        to = to == null ? LAST : to;
    }
}
