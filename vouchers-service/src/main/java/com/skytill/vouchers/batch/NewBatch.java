package com.skytill.vouchers.batch;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A batch about to be queued.
 *
 * @param productId whose terms are frozen from now on, whatever becomes of the product
 * @param price null for the product's own
 * @param prefix of its codes; null for the configured one
 */
record NewBatch(
        long productId,
        int quantity,
        BigDecimal price,
        String prefix,
        String comment,
        Long hotspotId,
        Instant useBefore) {}
