package com.skytill.vouchers.session;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Duration;
import java.time.Instant;

/**
 * A RADIUS session as answers show it. For Jackson.
 *
 * @param dataUp bytes from the device
 * @param dataDown bytes to the device
 * @param endedAt null while it runs
 */
@RegisterForReflection
public record SessionView(
        long sessionId,
        Instant startedAt,
        Instant lastUpdate,
        Instant endedAt,
        String terminateCause,
        String device,
        String ipAddress,
        String nasIdentifier,
        long dataUp,
        long dataDown,
        Duration time) {}
