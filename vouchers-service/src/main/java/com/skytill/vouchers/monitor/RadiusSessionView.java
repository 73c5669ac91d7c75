package com.skytill.vouchers.monitor;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Duration;
import java.time.Instant;

/**
 * A RADIUS session as staff see it. A voucher's user name is its code, so it is never shown. For Jackson.
 *
 * @param voucherId null unless it is a voucher's; so is {@code accountId} of a voucher's session
 * @param username the account's; null for vouchers
 * @param device the calling station as the router writes it
 * @param hotspotId the hotspot with that nas_identifier; null when there is none
 * @param online whether it runs: not ended, and heard from within three accounting intervals
 * @param disconnecting whether the router is being told to end it
 * @param openedAt when its login was let in, or when it began if there was no login: what the list is in order of
 * @param startedAt when it began, as the router counts its seconds
 * @param endedAt null while it has not ended
 * @param endReason how its end is known
 * @param terminateCause the router's own word for it
 * @param dataUp bytes from the device
 * @param dataDown bytes to the device
 */
@RegisterForReflection
record RadiusSessionView(
        long sessionId,
        SessionKind kind,
        Long voucherId,
        Long accountId,
        String username,
        String device,
        String ipAddress,
        String nasIdentifier,
        Long hotspotId,
        boolean online,
        boolean disconnecting,
        Instant openedAt,
        Instant startedAt,
        Instant lastUpdate,
        Instant endedAt,
        EndReason endReason,
        String terminateCause,
        long dataUp,
        long dataDown,
        Duration time) {

    /** The voucher's or the account's, which are one thing to the engine. */
    long identityId() {
        return kind == SessionKind.VOUCHER ? voucherId : accountId;
    }
}
