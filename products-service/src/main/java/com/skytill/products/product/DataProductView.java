package com.skytill.products.product;

import com.skytill.products.fup.FupSpeedBoostPolicyView;
import com.skytill.products.fup.FupSpeedLimitPolicyView;
import io.quarkus.runtime.annotations.RegisterForReflection;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** A data product as answers show it; absent caps and quotas are null. For Jackson. */
@RegisterForReflection
record DataProductView(
        long productId,
        String productCode,
        String name,
        ProductKind kind,
        ProductStatus status,
        BigDecimal price,
        int downloadKbps,
        int uploadKbps,
        Long dataCap,
        Integer cappedDownloadKbps,
        Integer cappedUploadKbps,
        Duration timeQuota,
        Duration validity,
        ValidityStart validityStarts,
        Integer maxDevices,
        Long fupSpeedLimitPolicyId,
        Long fupSpeedBoostPolicyId,
        boolean addOverusageOnTopup,
        int rolloverMonths,
        Long groupId,
        Long typeId,
        String description,
        Instant createdAt,
        Instant retiredAt,
        FupSpeedLimitPolicyView fupSpeedLimitPolicy,
        FupSpeedBoostPolicyView fupSpeedBoostPolicy) {

    /** The policies are what the product's IDs of them stand for; null for none. */
    static DataProductView of(DataProduct product, FupSpeedLimitPolicyView limit, FupSpeedBoostPolicyView boost) {
        return new DataProductView(
                product.productId,
                product.productCode,
                product.name,
                product.kind,
                product.status,
                product.price,
                product.downloadKbps,
                product.uploadKbps,
                product.dataCapBytes,
                product.cappedDownloadKbps,
                product.cappedUploadKbps,
                duration(product.timeQuotaSeconds),
                duration(product.validitySeconds),
                product.validityStarts,
                product.maxDevices,
                product.fupSpeedLimitPolicyId,
                product.fupSpeedBoostPolicyId,
                product.addOverusageOnTopup,
                product.rolloverMonths,
                product.groupId,
                product.typeId,
                product.description,
                product.createdAt,
                product.retiredAt,
                limit,
                boost);
    }

    private static Duration duration(Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
