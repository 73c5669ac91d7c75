package com.skytill.vouchers.speed;

/**
 * How fast a session may be, each way by itself.
 *
 * @param downloadKbps towards the customer in kbit/s; null is unlimited, 0 is zero
 * @param uploadKbps from the customer in kbit/s; null is unlimited, 0 is zero
 */
public record Speed(Integer downloadKbps, Integer uploadKbps) {

    /** As fast as it goes. */
    public static final Speed UNLIMITED = new Speed(null, null);

    private static final long BITS_PER_KBIT = 1000;
    private static final long MOST_BITS = 0xFFFF_FFFFL;

    /**
     * As MikroTik's Rate-Limit: from the customer, then towards. Unlimited is 0 there; so zero is one bit a second, the least that
     * routers do not take for unlimited.
     */
    public String mikrotikRateLimit() {
        return mikrotik(uploadKbps) + "/" + mikrotik(downloadKbps);
    }

    /**
     * One direction as WISPr's attributes have it: 0 for unlimited, one bit a second for zero, and at most what 32 bits hold.
     *
     * @param kbps null is unlimited
     */
    public static long bitsPerSecond(Integer kbps) {
        if (kbps == null) {
            return 0;
        }
        return kbps == 0 ? 1 : Math.min(kbps * BITS_PER_KBIT, MOST_BITS);
    }

    private static String mikrotik(Integer kbps) {
        if (kbps == null) {
            return "0";
        }
        return kbps == 0 ? "1" : kbps + "k";
    }

    /** Each direction as slow as the slower of the two. */
    Speed slowedTo(Speed other) {
        return new Speed(slower(downloadKbps, other.downloadKbps), slower(uploadKbps, other.uploadKbps));
    }

    private static Integer slower(Integer one, Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one <= other ? one : other;
    }
}
