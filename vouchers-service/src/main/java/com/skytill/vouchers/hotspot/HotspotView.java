package com.skytill.vouchers.hotspot;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Instant;

/** A hotspot as answers show it: never with its secret. For Jackson. */
@RegisterForReflection
record HotspotView(
        long hotspotId,
        String name,
        String nasIdentifier,
        String nasAddress,
        int coaPort,
        boolean hasCoaSecret,
        String address,
        Double latitude,
        Double longitude,
        long onlineSessions,
        Instant createdAt) {

    static HotspotView of(Hotspot hotspot, long onlineSessions) {
        return new HotspotView(
                hotspot.hotspotId,
                hotspot.name,
                hotspot.nasIdentifier,
                hotspot.nasAddress,
                hotspot.coaPort,
                hotspot.coaSecret != null,
                hotspot.address,
                hotspot.latitude,
                hotspot.longitude,
                onlineSessions,
                hotspot.createdAt);
    }
}
