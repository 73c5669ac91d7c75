package com.skytill.vouchers.radius;

import io.smallrye.mutiny.subscription.UniEmitter;

import java.util.Map;

/** A packet that waits for its transaction, and who waits for what becomes of it. */
final class WaitingPacket {

    private final Arrival arrival;
    private final UniEmitter<? super Accounted> caller;
    private volatile boolean left;

    WaitingPacket(Arrival arrival, UniEmitter<? super Accounted> caller) {
        this.arrival = arrival;
        this.caller = caller;
        caller.onTermination(() -> left = true);
    }

    Arrival arrival() {
        return arrival;
    }

    /** Whether nobody waits any more: the packet comes again. */
    boolean left() {
        return left;
    }

    /** Whether it is known by its Class which identity the packet is about. */
    boolean referenced() {
        return arrival.packet().reference() != null;
    }

    /**
     * The identity that the packet is about; the largest number when there is none, which locks nothing.
     *
     * @param found identities by their login keys
     */
    long identity(Map<String, Long> found) {
        if (referenced()) {
            return arrival.packet().reference().identityId();
        }
        return arrival.packet().loginKeys().stream()
                .filter(found::containsKey)
                .findFirst()
                .map(found::get)
                .orElse(Long.MAX_VALUE);
    }

    void answer(Accounted accounted) {
        caller.complete(accounted);
    }

    void fail(Throwable failure) {
        caller.fail(failure);
    }
}
