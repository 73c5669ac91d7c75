package com.skytill.vouchers.speed;

import java.math.BigInteger;
import java.util.Objects;

/**
 * One step of a speed limit policy. Of the thresholds one is null.
 *
 * @param thresholdBytes how much use it begins with
 * @param thresholdPercent the same in percent of the product's cap
 */
record SpeedTier(Long thresholdBytes, Integer thresholdPercent, PolicySpeed download, PolicySpeed upload) {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    SpeedTier {
        if ((thresholdBytes == null) == (thresholdPercent == null)) {
            throw new IllegalArgumentException("A tier's threshold is either bytes or percent");
        }
        Objects.requireNonNull(download, "download");
        Objects.requireNonNull(upload, "upload");
    }

    /** How much use it begins with: percent of that cap rounded down, and never without a cap. */
    long thresholdBytes(Long capBytes) {
        if (thresholdBytes != null) {
            return thresholdBytes;
        }
        return capBytes == null
                ? Long.MAX_VALUE
                : BigInteger.valueOf(capBytes)
                        .multiply(BigInteger.valueOf(thresholdPercent))
                        .divide(HUNDRED)
                        .longValueExact();
    }

    /** Its speed for a product of that one. */
    Speed speed(Speed full) {
        return new Speed(download.kbpsOf(full.downloadKbps()), upload.kbpsOf(full.uploadKbps()));
    }
}
