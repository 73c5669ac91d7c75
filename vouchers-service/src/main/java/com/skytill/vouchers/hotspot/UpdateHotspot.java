package com.skytill.vouchers.hotspot;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.List;

/** Changes a hotspot: a router that was replaced, moved, or given another secret. */
@Singleton
final class UpdateHotspot implements Update<UpdateHotspot.Parameters, Hotspot> {

    record Parameters(Long hotspotId, HotspotChanges changes) {}

    private final HotspotStore store;
    private final HotspotViews views;
    private final HotspotSecrets secrets;

    UpdateHotspot(HotspotStore store, HotspotViews views, HotspotSecrets secrets) {
        this.store = store;
        this.views = views;
        this.secrets = secrets;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                "update_hotspot",
                Section.HOTSPOTS,
                Permission.RADIUS_WRITE,
                "Changes a hotspot",
                "Only what is given changes; clear takes away what may be absent. Disconnects go to the new address and are"
                        + " signed with the new secret from then on. A session belongs to the hotspot whose nas_identifier"
                        + " it was reported with, so under another nas_identifier the hotspot begins without sessions.",
                "hotspot",
                HotspotView.class);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(in.id("hotspot_id", "Which hotspot").mandatory(), HotspotChanges.read(in));
    }

    /** The hotspot, locked: of two changes at once the later is checked against what the earlier made. */
    @Override
    public Uni<Hotspot> check(Parameters parameters, Caller submitter) {
        var changes = parameters.changes();
        return store.lock(parameters.hotspotId())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("hotspot")))
                .invoke(changes::check)
                .call(hotspot -> changes.nasIdentifier() == null
                                || changes.nasIdentifier().equals(hotspot.nasIdentifier)
                        ? Uni.createFrom().voidItem()
                        : store.requireFree(changes.nasIdentifier()));
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Hotspot hotspot, Caller submitter) {
        parameters.changes().apply(hotspot, secrets::seal);
        return store.flush()
                .flatMap(ignored -> views.of(List.of(hotspot)))
                .map(shown -> Outcome.changed("hotspot", hotspot.hotspotId, shown.getFirst()));
    }
}
