package com.skytill.vouchers.batch;

import com.skytill.vouchers.product.ValidityStart;
import io.quarkus.runtime.annotations.RegisterForReflection;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * A batch as answers show it; absent quotas and speeds are null: unlimited. For Jackson.
 *
 * @param prefix what its codes begin with; null for the configured prefix
 * @param startedAt when the last attempt to issue it began
 * @param failure why it could not be issued, in words; also while another attempt is to come
 * @param vouchers how many of its vouchers have which status now; null unless it is completed, and in lists
 */
@RegisterForReflection
record BatchView(
        long batchId,
        BatchStatus status,
        int quantity,
        BatchProgressView progress,
        String prefix,
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
        String comment,
        Long hotspotId,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        String failure,
        BatchVouchersView vouchers) {

    static BatchView of(BatchRow row, BatchVouchersView vouchers) {
        return new BatchView(
                row.batchId,
                row.status,
                row.quantity,
                BatchProgressView.of(row.issued, row.quantity),
                row.codePrefix,
                row.productId,
                row.productCode,
                row.productName,
                row.price,
                row.dataQuotaBytes,
                duration(row.timeQuotaSeconds),
                row.downloadKbps,
                row.uploadKbps,
                row.maxDevices,
                duration(row.validitySeconds),
                row.validityStarts,
                row.useBefore,
                row.comment,
                row.hotspotId,
                row.createdAt,
                row.startedAt,
                row.endedAt,
                row.failure,
                vouchers);
    }

    private static Duration duration(Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
