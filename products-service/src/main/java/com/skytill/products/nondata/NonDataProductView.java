package com.skytill.products.nondata;

import com.skytill.products.product.ProductStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;

import java.math.BigDecimal;
import java.time.Instant;

/** A non-data product as answers show it. For Jackson. */
@RegisterForReflection
record NonDataProductView(
        long productId,
        String productCode,
        String name,
        ProductStatus status,
        BigDecimal price,
        BillingPeriod billingPeriod,
        Long groupId,
        Long typeId,
        String description,
        Instant createdAt,
        Instant retiredAt) {

    static NonDataProductView of(NonDataProduct product) {
        return new NonDataProductView(
                product.productId,
                product.productCode,
                product.name,
                product.status,
                product.price,
                product.billingPeriod,
                product.groupId,
                product.typeId,
                product.description,
                product.createdAt,
                product.retiredAt);
    }
}
