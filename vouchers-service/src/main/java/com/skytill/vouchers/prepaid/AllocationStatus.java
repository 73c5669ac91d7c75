package com.skytill.vouchers.prepaid;

/** What has become of an allocation. Nothing leaves the last three. */
enum AllocationStatus {
    UNUSED,
    ACTIVE,
    USED_UP,
    EXPIRED,
    /** What was left of it went to another account. */
    TRANSFERRED;

    boolean usable() {
        return this == UNUSED || this == ACTIVE;
    }
}
