package com.skytill.vouchers.topup;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What is read of a top-up, with its account's username. */
@MappedSuperclass
abstract class TopupColumns {

    @Id
    @Column(name = "topup_id")
    Long topupId;

    @Column(name = "account_id")
    long accountId;

    String username;

    @Column(name = "topup_type_id")
    Long topupTypeId;

    String name;

    @Column(name = "size_bytes")
    long sizeBytes;

    @Column(precision = 14, scale = 2)
    BigDecimal price;

    @Enumerated(EnumType.STRING)
    TopupSource source;

    @Enumerated(EnumType.STRING)
    TopupStatus status;

    @Column(name = "carry_months")
    int carryMonths;

    String comment;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "requested_by")
    String requestedBy;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "decided_by")
    String decidedBy;

    String reason;

    @Column(name = "completed_at")
    Instant completedAt;

    @Column(name = "last_month")
    LocalDate lastMonth;

    @Column(name = "used_bytes")
    long usedBytes;
}
