package com.skytill.vouchers.speed;

/**
 * A speed as policies say it; one of the two is null.
 *
 * @param percent of another speed of the same direction
 */
record PolicySpeed(Integer kbps, Integer percent) {

    private static final long HUNDRED = 100;

    PolicySpeed {
        if ((kbps == null) == (percent == null)) {
            throw new IllegalArgumentException("A policy's speed is either kbit/s or percent");
        }
    }

    /** In kbit/s, rounded down; null when it is a part of what is unlimited. */
    Integer kbpsOf(Integer whole) {
        if (percent == null) {
            return kbps;
        }
        return whole == null ? null : (Integer) Math.clamp(whole * (long) percent / HUNDRED, 0, Integer.MAX_VALUE);
    }

    /** That speed with this one on top: nothing is added to zero, and unlimited stays so. */
    Integer addedTo(Integer speedKbps) {
        if (speedKbps == null || speedKbps == 0) {
            return speedKbps;
        }
        return Math.clamp((long) speedKbps + kbpsOf(speedKbps), 0, Integer.MAX_VALUE);
    }
}
