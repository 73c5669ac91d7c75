package com.skytill.vouchers.hotspot;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.net.InetAddress;
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
                in.text("name", "What staff call it")
                        .max(100)
                        .example("Harbour Café")
                        .mandatory(),
                in.text("nas_identifier", "What its router calls itself in RADIUS (NAS-Identifier)")
                        .max(253)
                        .example("cafe-router")
                        .mandatory(),
                in.text("nas_address", "The router's IP address, where disconnects are sent")
                        .max(45)
                        .which(AddHotspot::isAddress, "must be an IPv4 or IPv6 address")
                        .optional(),
                in.number("coa_port", "The router's UDP port for disconnects (RFC 5176)")
                        .between(1, 65_535)
                        .orElse(COA_PORT),
                in.text("coa_secret", "The secret that disconnects are signed with; never shown again")
                        .max(128)
                        .secret()
                        .optional(),
                in.lines("address", "Where it is").max(500).optional(),
                in.latitude("latitude", "Degrees north").optional(),
                in.longitude("longitude", "Degrees east").optional());
        in.bothOrNeither("latitude", "longitude");
        return parameters;
    }

    @Override
    public Uni<Void> check(Parameters parameters, Caller submitter) {
        return store.hasNasIdentifier(parameters.nasIdentifier())
                .invoke(taken -> {
                    if (taken) {
                        throw new ProblemException(
                                ProblemCode.ALREADY_EXISTS, "Another hotspot has this nas_identifier already");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Void checked, Caller submitter) {
        var hotspot = new Hotspot();
        hotspot.name = parameters.name();
        hotspot.nasIdentifier = parameters.nasIdentifier();
        hotspot.nasAddress = canonical(parameters.nasAddress());
        hotspot.coaPort = parameters.coaPort();
        hotspot.coaSecret = parameters.coaSecret() == null ? null : secrets.seal(parameters.coaSecret());
        hotspot.address = parameters.address();
        hotspot.latitude = parameters.latitude();
        hotspot.longitude = parameters.longitude();
        hotspot.createdAt = clock.instant();
        return store.add(hotspot).map(added -> Outcome.added("hotspot", added.hotspotId, HotspotView.of(added, 0)));
    }

    private static boolean isAddress(String text) {
        try {
            return !InetAddress.ofLiteral(text).isMulticastAddress();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static String canonical(String address) {
        return address == null ? null : InetAddress.ofLiteral(address).getHostAddress();
    }
}
