package com.skytill.local.demonstration;

import java.time.Duration;

/**
 * What a voucher gives, as far as its history must keep to it; null where nothing is limited.
 *
 * @param fromIssue whether the lifetime begins when it is issued, not at its first use
 */
record Terms(
        Long dataQuota,
        Long timeQuotaSeconds,
        Duration validity,
        boolean fromIssue,
        int maxDevices,
        int downloadKbps) {}
