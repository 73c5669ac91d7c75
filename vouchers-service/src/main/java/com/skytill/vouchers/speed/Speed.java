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
