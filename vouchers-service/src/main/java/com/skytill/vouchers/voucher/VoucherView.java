package com.skytill.vouchers.voucher;

import com.skytill.vouchers.product.ValidityStart;
import io.quarkus.runtime.annotations.RegisterForReflection;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** A voucher as answers show it; absent quotas and speeds are null: unlimited. For Jackson. */
@RegisterForReflection
record VoucherView(
        long voucherId,
        String voucherCode,
        VoucherStatus status,
        long productId,
        String productCode,
        String product,
        BigDecimal price,
        Long dataQuota,
        Duration timeQuota,
        Integer downloadKbps,
        Integer uploadKbps,
        int maxDevices,
        Duration validity,
        ValidityStart validityStarts,
        Instant useBefore,
        Instant issuedAt,
        Instant firstUsedAt,
        Instant expiresAt,
        long dataUsed,
        Duration timeUsed,
        String voucherComment,
        Long hotspotId,
        Long batchId) {

    static VoucherView of(VoucherRow row, Instant now) {
        return new VoucherView(
                row.voucherId,
                row.code,
                row.voucher().statusAt(now),
                row.productId,
                row.productCode,
                row.productName,
                row.price,
                row.dataQuotaBytes,
                VoucherRow.duration(row.timeQuotaSeconds),
                row.downloadKbps,
                row.uploadKbps,
                row.maxDevices,
                VoucherRow.duration(row.validitySeconds),
                row.validityStarts,
                row.useBefore,
                row.issuedAt,
                row.firstUsedAt,
                row.expiresAt,
                row.usedBytes,
                Duration.ofSeconds(row.usedSeconds),
                row.comment,
                row.hotspotId,
                row.batchId);
    }
}
