package com.skytill.vouchers.prepaid;

import com.skytill.vouchers.product.ProductTerms;
import com.skytill.vouchers.product.ValidityStart;
import io.quarkus.runtime.annotations.RegisterForReflection;

import java.math.BigDecimal;
import java.time.Duration;

/** A prepaid product as answers show it; absent quotas and speeds are null: unlimited. For Jackson. */
@RegisterForReflection
record PrepaidProductView(
        long productId,
        String productCode,
        String name,
        BigDecimal price,
        Long dataQuota,
        Duration timeQuota,
        Integer downloadKbps,
        Integer uploadKbps,
        Integer cappedDownloadKbps,
        Integer cappedUploadKbps,
        Long fupSpeedLimitPolicyId,
        Long fupSpeedBoostPolicyId,
        int maxDevices,
        Duration validity,
        ValidityStart validityStarts) {

    static PrepaidProductView of(ProductTerms terms) {
        return new PrepaidProductView(
                terms.productId(),
                terms.productCode(),
                terms.name(),
                terms.price(),
                terms.dataCapBytes(),
                AllocationRow.duration(terms.timeQuotaSeconds()),
                terms.downloadKbps(),
                terms.uploadKbps(),
                terms.cappedDownloadKbps(),
                terms.cappedUploadKbps(),
                terms.speedLimitPolicyId(),
                terms.speedBoostPolicyId(),
                terms.maxDevices() == null ? 1 : terms.maxDevices(),
                AllocationRow.duration(terms.validitySeconds()),
                terms.validityStarts());
    }
}
