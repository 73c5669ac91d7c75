package com.skytill.vouchers.voucher;

import com.skytill.platform.list.PageRequest;

import java.time.Instant;

/**
 * Which vouchers are asked for; null means any.
 *
 * @param product a product's ID or code
 * @param code a voucher's code as typed
 * @param from issued then or later
 * @param to issued before
 */
record VoucherFilter(
        VoucherStatus status,
        String product,
        Long batchId,
        Long hotspotId,
        String code,
        Instant from,
        Instant to,
        PageRequest page) {}
