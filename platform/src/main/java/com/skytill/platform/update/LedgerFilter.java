package com.skytill.platform.update;

import java.time.Instant;

/** Which rows of the ledger are asked for; null means any. */
record LedgerFilter(
        long after,
        Long updateId,
        UpdateStatus status,
        String operation,
        String submittedBy,
        String clientId,
        String entity,
        String entityId,
        Instant from,
        Instant to) {}
