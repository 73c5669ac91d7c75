package com.skytill.platform.update;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** An update as reviewers and auditors see it: secrets never, or only that there are some. For Jackson. */
@RegisterForReflection
record UpdateView(
        long updateId,
        String operation,
        UpdateStatus status,
        Map<String, String> parameters,
        boolean withSecrets,
        Instant submittedAt,
        String submittedBy,
        String clientId,
        Instant decidedAt,
        String decidedBy,
        String decisionReason,
        String entity,
        String entityId,
        String requestId) {

    static UpdateView of(LedgerRow row) {
        return new UpdateView(
                row.updateId,
                row.operation,
                row.status,
                new TreeMap<>(UpdateLedger.values(row.parameters)),
                row.sealedSecrets != null,
                row.submittedAt,
                row.submitterUsername,
                row.clientId,
                row.decidedAt,
                row.deciderUsername,
                row.decisionReason,
                row.entity,
                row.entityId,
                row.requestId);
    }
}
