package com.skytill.platform.update;

import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

/** A row of the ledger as lists read it: without answers, and with the beginning only of each parameter that is long. */
@Entity
@Immutable
@Table(name = "update_ledger")
class ListedUpdate {

    @Id
    @Column(name = "update_id")
    Long updateId;

    String operation;

    @Enumerated(EnumType.STRING)
    UpdateStatus status;

    @Formula("shortened_parameters(parameters)")
    String parameters;

    @Formula("sealed_secrets is not null")
    boolean withSecrets;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "submitter_username")
    String submitterUsername;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "decider_username")
    String deciderUsername;

    @Column(name = "decision_reason")
    String decisionReason;

    String entity;

    @Column(name = "entity_id")
    String entityId;
}
