package com.skytill.platform.update;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.Arrays;

/** One submitted update: review queue, idempotency and audit trail are this row. */
@Entity
@Table(name = "update_ledger")
class LedgerRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "update_id")
    Long updateId;

    String operation;

    @Enumerated(EnumType.STRING)
    UpdateStatus status;

    /** JSON: name to value as text, without secrets. */
    String parameters;

    /** Secrets among the parameters, sealed; only while the update waits. */
    @Column(name = "sealed_secrets")
    String sealedSecrets;

    String fingerprint;

    @Column(name = "idempotency_key")
    String idempotencyKey;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "submitted_by")
    String submittedBy;

    @Column(name = "submitter_username")
    String submitterUsername;

    @Column(name = "client_id")
    String clientId;

    /** Space separated: what the submitter might do then. */
    @Column(name = "submitter_permissions")
    String submitterPermissions;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decider_username")
    String deciderUsername;

    @Column(name = "decision_reason")
    String decisionReason;

    String entity;

    @Column(name = "entity_id")
    String entityId;

    @Column(name = "answer_status")
    Integer answerStatus;

    /** The first answer, byte for byte, but without what it showed once. */
    @Column(name = "answer_body")
    String answerBody;

    /** The submitter as it was then, so that approval checks what submission checked. */
    Caller submitter() {
        return new Caller(
                submittedBy,
                submitterUsername,
                "",
                clientId,
                "",
                Permission.ofCodes(Arrays.asList(submitterPermissions.split(" "))),
                null);
    }
}
