package com.skytill.vouchers.hotspot;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Adds a hotspot: its router becomes known by the NAS-Identifier that it sends. */
@Singleton
final class AddHotspot implements Update<AddHotspot.Parameters, Void> {

    /** The port of dynamic authorization (RFC 5176 §2). */
    private static final int COA_PORT = 3799;

    record Parameters(
            String name,
            String nasIdentifier,
            String nasAddress,
            int coaPort,
            String coaSecret,
            String address,
            Double latitude,
            Double longitude) {}

    private final HotspotStore store;
    private final HotspotSecrets secrets;
    private final Clock clock;

    AddHotspot(HotspotStore store, HotspotSecrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                "add_hotspot",
                Section.HOTSPOTS,
                Permission.RADIUS_WRITE,
                "Adds a hotspot",
                "Disconnects are sent to its nas_address, or to the address that its sessions come from, at coa_port, signed"
                        + " with coa_secret.",
                "hotspot",
                HotspotView.class);
    }

    @Override
    public Parameters read(ParameterReader in) {
        var parameters = new Parameters(
                HotspotParameters.name(in).mandatory(),
                HotspotParameters.nasIdentifier(in).mandatory(),
                HotspotParameters.nasAddress(in).optional(),
                HotspotParameters.coaPort(in).orElse(COA_PORT),
                HotspotParameters.coaSecret(in).optional(),
                HotspotParameters.address(in).optional(),
                HotspotParameters.latitude(in).optional(),
                HotspotParameters.longitude(in).optional());
        in.bothOrNeither("latitude", "longitude");
        return parameters;
    }

    @Override
    public Uni<Void> check(Parameters parameters, Caller submitter) {
        return store.requireFree(parameters.nasIdentifier());
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Void checked, Caller submitter) {
        var hotspot = new Hotspot();
        hotspot.name = parameters.name();
        hotspot.nasIdentifier = parameters.nasIdentifier();
        hotspot.nasAddress = parameters.nasAddress();
        hotspot.coaPort = parameters.coaPort();
        hotspot.coaSecret = parameters.coaSecret() == null ? null : secrets.seal(parameters.coaSecret());
        hotspot.address = parameters.address();
        hotspot.latitude = parameters.latitude();
        hotspot.longitude = parameters.longitude();
        hotspot.createdAt = clock.instant();
        return store.add(hotspot).map(added -> Outcome.added("hotspot", added.hotspotId, HotspotView.of(added, 0)));
    }
}
