package com.skytill.vouchers.radius;

import com.skytill.vouchers.session.SessionKeys;

/**
 * Who speaks to us, and for which device.
 *
 * @param identifier the router's name for itself; null when it gives none
 * @param address the router's address; null when unknown
 * @param callingStation the device as the router writes it; null when it does not say
 */
record Nas(String identifier, String address, String callingStation) {

    static Nas of(RadiusAttributes packet) {
        return new Nas(
                packet.text("NAS-Identifier").orElse(null),
                packet.address("NAS-IP-Address")
                        .or(() -> packet.address("NAS-IPv6-Address"))
                        .orElse(null),
                packet.text("Calling-Station-Id").orElse(null));
    }

    /** The device without the punctuation that routers differ in; empty when not known. */
    String device() {
        return callingStation == null ? "" : SessionKeys.device(callingStation);
    }
}
