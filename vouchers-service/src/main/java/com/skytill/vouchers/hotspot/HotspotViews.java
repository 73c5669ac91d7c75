package com.skytill.vouchers.hotspot;

import com.skytill.vouchers.session.SessionConfig;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;

/** Shows hotspots with who is online there: who was heard from within three accounting intervals. */
@Singleton
final class HotspotViews {

    private final HotspotStore store;
    private final SessionConfig sessions;
    private final Clock clock;

    HotspotViews(HotspotStore store, SessionConfig sessions, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.clock = clock;
    }

    Uni<List<HotspotView>> of(List<Hotspot> hotspots) {
        var identifiers =
                hotspots.stream().map(hotspot -> hotspot.nasIdentifier).toList();
        var heardSince = clock.instant().minus(sessions.liveWindow());
        return store.online(identifiers, heardSince)
                .map(online -> hotspots.stream()
                        .map(hotspot -> HotspotView.of(hotspot, online.getOrDefault(hotspot.nasIdentifier, 0L)))
                        .toList());
    }
}
