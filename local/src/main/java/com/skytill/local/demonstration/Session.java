package com.skytill.local.demonstration;

import java.time.Instant;

/**
 * One visit of a hotspot, from login to logout.
 *
 * @param device its hardware address as routers write it
 * @param bytesIn from the guest
 * @param bytesOut to the guest
 */
record Session(
        Instant startedAt,
        Instant endedAt,
        String uniqueId,
        String device,
        String ip,
        long bytesIn,
        long bytesOut,
        long seconds,
        String cause) {}
