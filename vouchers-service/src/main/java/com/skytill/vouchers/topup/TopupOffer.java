package com.skytill.vouchers.topup;

import java.math.BigDecimal;

/**
 * What a top-up gives for which price.
 *
 * @param carryMonths how many months it is good for beyond the one in which it is completed
 */
record TopupOffer(String name, long sizeBytes, BigDecimal price, int carryMonths) {

    /** The most that one top-up may give: sums of many stay within 63 bits. */
    static final long MOST_BYTES = 100_000_000_000_000L;

    /** The most months that one may be carried over. */
    static final int MOST_MONTHS = 120;

    /** The same for another price. */
    TopupOffer at(BigDecimal other) {
        return other == null ? this : new TopupOffer(name, sizeBytes, other, carryMonths);
    }
}
