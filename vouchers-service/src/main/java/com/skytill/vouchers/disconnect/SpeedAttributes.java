package com.skytill.vouchers.disconnect;

import com.skytill.vouchers.speed.Speed;

import java.util.List;

/** A speed in the attributes that routers take it by while a session runs. */
final class SpeedAttributes {

    private static final int MIKROTIK = 14988;
    private static final int MIKROTIK_RATE_LIMIT = 8;
    private static final int WISPR = 14122;
    private static final int WISPR_BANDWIDTH_MAX_UP = 7;
    private static final int WISPR_BANDWIDTH_MAX_DOWN = 8;

    private SpeedAttributes() {}

    /** Unlike in an accept, what is unlimited is said too: an attribute left out changes nothing. */
    static List<RadiusAttribute> of(Speed speed) {
        return List.of(
                RadiusAttribute.vendorText(MIKROTIK, MIKROTIK_RATE_LIMIT, speed.mikrotikRateLimit()),
                RadiusAttribute.vendorNumber(WISPR, WISPR_BANDWIDTH_MAX_UP, Speed.bitsPerSecond(speed.uploadKbps())),
                RadiusAttribute.vendorNumber(
                        WISPR, WISPR_BANDWIDTH_MAX_DOWN, Speed.bitsPerSecond(speed.downloadKbps())));
    }
}
