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

    /** As much of a parameter as lists and decisions show; the same as in the migrations. */
    private static final int SHOWN = 500;

    static UpdateView of(ListedUpdate row) {
        return new UpdateView(
                row.updateId,
                row.operation,
                row.status,
                new TreeMap<>(UpdateLedger.values(row.parameters)),
                row.withSecrets,
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

    /** The same with its parameters whole. */
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

    /** The same with the beginning only of each parameter that is long: a decision's answer is kept, and the update is already. */
    UpdateView shortened() {
        var shown = new TreeMap<String, String>();
        parameters.forEach((name, value) -> shown.put(name, shortened(value)));
        return new UpdateView(
                updateId,
                operation,
                status,
                shown,
                withSecrets,
                submittedAt,
                submittedBy,
                clientId,
                decidedAt,
                decidedBy,
                decisionReason,
                entity,
                entityId,
                requestId);
    }

    private static String shortened(String value) {
        int characters = value.codePointCount(0, value.length());
        return characters <= SHOWN
                ? value
                : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "… [" + characters + " characters]";
    }
}
