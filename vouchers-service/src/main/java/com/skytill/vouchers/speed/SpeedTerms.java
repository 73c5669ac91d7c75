package com.skytill.vouchers.speed;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What a product or a voucher says about speed (domain rules: FUP).
 *
 * @param full the product's own speed
 * @param capped the speed past the data cap; null when the cap is hard, or there is none
 * @param dataCapBytes what percent thresholds are of; null when there is no cap
 * @param limit null when there is none
 * @param boost null when there is none
 */
public record SpeedTerms(Speed full, Speed capped, Long dataCapBytes, SpeedLimitPolicy limit, SpeedBoostPolicy boost) {

    /**
     * The speed at that instant: the product's, then the capped one if the soft cap is passed, then the speed limit's tier, then
     * the boost where its switches allow.
     *
     * @param zone the WISP's time zone, which schedules are in
     */
    public Speed speedAt(SpeedUsage usage, Instant instant, ZoneId zone) {
        boolean isCapped = usage.capPassed() && capped != null;
        var allowed = isCapped ? full.slowedTo(capped) : full;
        var limited =
                limit == null ? allowed : allowed.slowedTo(limit.speedAfter(usage.windowBytes(), full, dataCapBytes));
        // A tier that changes nothing, because the capped speed is slower already, does not limit.
        boolean isLimited = !limited.equals(allowed);
        boolean isBoosted = boost != null
                && boost.allows(isCapped, isLimited)
                && boost.runsAt(instant.atZone(zone).toLocalDateTime());
        return isBoosted ? boost.addedTo(limited) : limited;
    }
}
