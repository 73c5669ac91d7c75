package com.skytill.vouchers.topup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A top-up as it is sold. */
@Entity
@Table(name = "topup_types")
class TopupType {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "topup_type_id")
    Long topupTypeId;

    String name;

    @Column(name = "size_bytes")
    long sizeBytes;

    @Column(precision = 14, scale = 2)
    BigDecimal price;

    @Column(name = "carry_months")
    int carryMonths;

    @Column(name = "promotion_from")
    LocalDate promotionFrom;

    @Column(name = "promotion_to")
    LocalDate promotionTo;

    @Column(name = "created_at")
    Instant createdAt;

    /** What is given when it is asked for on that day: twice its size within the promotion (domain rule: top-ups). */
    TopupOffer offerOn(LocalDate day) {
        boolean doubled = promotionFrom != null && !day.isBefore(promotionFrom) && !day.isAfter(promotionTo);
        return new TopupOffer(name, doubled ? 2 * sizeBytes : sizeBytes, price, carryMonths);
    }
}
