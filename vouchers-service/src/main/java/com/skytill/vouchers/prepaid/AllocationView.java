package com.skytill.vouchers.prepaid;

import com.skytill.vouchers.product.ValidityStart;
import io.quarkus.runtime.annotations.RegisterForReflection;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * An allocation as answers show it; absent quotas and speeds are null: unlimited. For Jackson.
 *
 * @param inUse whether it is the one that its account's use counts against now
 */
@RegisterForReflection
record AllocationView(
        long allocationId,
        long accountId,
        String username,
        AllocationStatus status,
        boolean inUse,
        long productId,
        String productCode,
        String product,
        BigDecimal price,
        Long dataQuota,
        long dataUsed,
        Long dataLeft,
        Duration timeQuota,
        Duration timeUsed,
        Duration timeLeft,
        Integer downloadKbps,
        Integer uploadKbps,
        Integer cappedDownloadKbps,
        Integer cappedUploadKbps,
        Long fupSpeedLimitPolicyId,
        Long fupSpeedBoostPolicyId,
        int maxDevices,
        Duration validity,
        ValidityStart validityStarts,
        Instant allocatedAt,
        Instant firstUsedAt,
        Instant expiresAt,
        String comment,
        Long transferredFrom,
        Long transferredTo,
        Instant transferredAt) {

    static AllocationView of(AllocationRow row, Instant now) {
        var allocation = row.allocation();
        return new AllocationView(
                row.allocationId,
                row.accountId,
                row.username,
                allocation.statusAt(now),
                row.inUse,
                row.productId,
                row.productCode,
                row.productName,
                row.price,
                row.dataQuotaBytes,
                row.usedBytes,
                allocation.dataLeftBytes(now),
                allocation.timeQuota(),
                allocation.usedTime(),
                allocation.timeLeft(now),
                row.downloadKbps,
                row.uploadKbps,
                row.cappedDownloadKbps,
                row.cappedUploadKbps,
                row.fupSpeedLimitPolicyId,
                row.fupSpeedBoostPolicyId,
                row.maxDevices,
                AllocationRow.duration(row.validitySeconds),
                row.validityStarts,
                row.allocatedAt,
                row.firstUsedAt,
                row.expiresAt,
                row.comment,
                row.transferredFrom,
                row.transferredTo,
                row.transferredAt);
    }
}
