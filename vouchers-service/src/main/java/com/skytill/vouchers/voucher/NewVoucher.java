package com.skytill.vouchers.voucher;

import com.skytill.vouchers.product.ProductTerms;
import com.skytill.vouchers.product.ValidityStart;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A voucher about to be issued.
 *
 * @param terms frozen from now on, whatever becomes of the product
 * @param price what is asked for it, the product's own unless somebody with the permission said otherwise
 */
record NewVoucher(
        ProductTerms terms, BigDecimal price, String comment, Long hotspotId, Instant useBefore, Instant issuedAt) {

    /** When its lifetime ends, if that begins at once; null when the first use decides or there is none. */
    Instant expiresAt() {
        boolean begins = terms.validitySeconds() != null && terms.validityStarts() == ValidityStart.ISSUE;
        return begins ? issuedAt.plusSeconds(terms.validitySeconds()) : null;
    }

    /** Devices online at once: one, unless the product says more. */
    int maxDevices() {
        return terms.maxDevices() == null ? 1 : terms.maxDevices();
    }
}
