package com.skytill.vouchers.voucher;

/** A voucher's life: unused, then active from its first login, then one of the ends, which nothing leaves. */
public enum VoucherStatus {
    UNUSED,
    ACTIVE,
    USED_UP,
    EXPIRED;

    /** Whether a login may be let in. */
    public boolean usable() {
        return this == UNUSED || this == ACTIVE;
    }
}
