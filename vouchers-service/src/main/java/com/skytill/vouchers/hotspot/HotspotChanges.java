package com.skytill.vouchers.hotspot;

import com.skytill.platform.parameter.Cleared;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemException;

import java.util.List;
import java.util.function.UnaryOperator;

/** What is to become of a hotspot; what is null, and not cleared, stays as it is. */
record HotspotChanges(
        String name,
        String nasIdentifier,
        String nasAddress,
        Integer coaPort,
        String coaSecret,
        String address,
        Double latitude,
        Double longitude,
        Cleared cleared) {

    private static final List<String> CLEARABLE =
            List.of("nas_address", "coa_secret", "latitude", "longitude", "address");

    private static final List<String> OTHERS = List.of("name", "nas_identifier", "coa_port");

    static HotspotChanges read(ParameterReader in) {
        var changes = new HotspotChanges(
                HotspotParameters.name(in).optional(),
                HotspotParameters.nasIdentifier(in).optional(),
                HotspotParameters.nasAddress(in).optional(),
                HotspotParameters.coaPort(in).optional(),
                HotspotParameters.coaSecret(in).optional(),
                HotspotParameters.address(in).optional(),
                HotspotParameters.latitude(in).optional(),
                HotspotParameters.longitude(in).optional(),
                Cleared.read(in, CLEARABLE));
        Cleared.requireSome(in, OTHERS, CLEARABLE);
        return changes;
    }

    /** Fails when the hotspot, changed, would have one half of a place on the map. */
    void check(Hotspot before) {
        boolean north = cleared.pick("latitude", latitude, before.latitude) != null;
        boolean east = cleared.pick("longitude", longitude, before.longitude) != null;
        if (north != east) {
            throw north
                    ? ProblemException.parameter("longitude", "is mandatory with latitude")
                    : ProblemException.parameter("latitude", "is mandatory with longitude");
        }
    }

    /** Makes the changes; a new secret is sealed on the way. */
    void apply(Hotspot hotspot, UnaryOperator<String> seal) {
        hotspot.name = name == null ? hotspot.name : name;
        hotspot.nasIdentifier = nasIdentifier == null ? hotspot.nasIdentifier : nasIdentifier;
        hotspot.nasAddress = cleared.pick("nas_address", nasAddress, hotspot.nasAddress);
        hotspot.coaPort = coaPort == null ? hotspot.coaPort : coaPort;
        hotspot.coaSecret =
                cleared.pick("coa_secret", coaSecret == null ? null : seal.apply(coaSecret), hotspot.coaSecret);
        hotspot.address = cleared.pick("address", address, hotspot.address);
        hotspot.latitude = cleared.pick("latitude", latitude, hotspot.latitude);
        hotspot.longitude = cleared.pick("longitude", longitude, hotspot.longitude);
    }
}
