package com.skytill.vouchers.batch;

import com.skytill.vouchers.voucher.VoucherCode;
import com.skytill.vouchers.voucher.VoucherStatus;

import java.time.Instant;

/**
 * One voucher of a batch, as far as it differs from the others.
 *
 * @param status what it is now
 */
record BatchVoucher(
        long voucherId,
        VoucherCode code,
        VoucherStatus status,
        Instant issuedAt,
        Instant firstUsedAt,
        Instant expiresAt,
        long usedBytes,
        long usedSeconds) {}
