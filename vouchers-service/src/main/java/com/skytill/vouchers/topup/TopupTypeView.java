package com.skytill.vouchers.topup;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A top-up type as answers show it. For Jackson. */
@RegisterForReflection
record TopupTypeView(
        long topupTypeId,
        String name,
        long size,
        BigDecimal price,
        int carryMonths,
        LocalDate promotionFrom,
        LocalDate promotionTo,
        Instant createdAt) {

    static TopupTypeView of(TopupType type) {
        return new TopupTypeView(
                type.topupTypeId,
                type.name,
                type.sizeBytes,
                type.price,
                type.carryMonths,
                type.promotionFrom,
                type.promotionTo,
                type.createdAt);
    }
}
