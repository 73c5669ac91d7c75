package com.skytill.vouchers.hotspot;

import com.skytill.platform.parameter.NumberParameter;
import com.skytill.platform.parameter.Parameter;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.vouchers.session.SessionKeys;

import java.net.InetAddress;

/** The parameters that say what a hotspot is, the same when it is added and when it is changed. */
final class HotspotParameters {

    private HotspotParameters() {}

    static Parameter<String> name(ParameterReader in) {
        return in.text("name", "What staff call it").max(100).example("Harbour Café");
    }

    static Parameter<String> nasIdentifier(ParameterReader in) {
        return in.text("nas_identifier", "What its router calls itself in RADIUS (NAS-Identifier)")
                .max(253)
                .example("cafe-router");
    }

    /** In its shortest usual form, as sessions have it. */
    static Parameter<String> nasAddress(ParameterReader in) {
        return in.text("nas_address", "The router's IP address, where disconnects are sent")
                .max(45)
                .which(HotspotParameters::isOneHost, "must be an IPv4 or IPv6 address")
                .as(text -> SessionKeys.address(text).orElseThrow());
    }

    static NumberParameter<Integer> coaPort(ParameterReader in) {
        return in.number("coa_port", "The router's UDP port for disconnects (RFC 5176)")
                .between(1, 65_535);
    }

    static Parameter<String> coaSecret(ParameterReader in) {
        return in.text("coa_secret", "The secret that disconnects are signed with; never shown again")
                .max(128)
                .secret();
    }

    static Parameter<String> address(ParameterReader in) {
        return in.lines("address", "Where it is").max(500);
    }

    static NumberParameter<Double> latitude(ParameterReader in) {
        return in.latitude("latitude", "Degrees north");
    }

    static NumberParameter<Double> longitude(ParameterReader in) {
        return in.longitude("longitude", "Degrees east");
    }

    private static boolean isOneHost(String text) {
        return SessionKeys.address(text)
                .filter(address -> !InetAddress.ofLiteral(address).isMulticastAddress())
                .isPresent();
    }
}
