package com.skytill.vouchers.batch;

import com.skytill.vouchers.voucher.VoucherStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;

import java.util.Map;

/** How many vouchers of a batch have which status. For Jackson. */
@RegisterForReflection
record BatchVouchersView(long unused, long active, long usedUp, long expired) {

    static BatchVouchersView of(Map<VoucherStatus, Long> counts) {
        return new BatchVouchersView(
                counts.getOrDefault(VoucherStatus.UNUSED, 0L),
                counts.getOrDefault(VoucherStatus.ACTIVE, 0L),
                counts.getOrDefault(VoucherStatus.USED_UP, 0L),
                counts.getOrDefault(VoucherStatus.EXPIRED, 0L));
    }
}
