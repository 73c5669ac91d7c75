package com.skytill.e2e.radius;

import java.util.concurrent.atomic.AtomicLong;

/** How many transmissions of a router's, or of all routers, were answered and how many were not. */
final class Pulse {

    private final Pulse all;
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();

    private Pulse(Pulse all) {
        this.all = all;
    }

    static Pulse ofAll() {
        return new Pulse(null);
    }

    /** The pulse of one of them, which this one has too. */
    Pulse ofOne() {
        return new Pulse(this);
    }

    void answered() {
        answered.incrementAndGet();
        if (all != null) {
            all.answered();
        }
    }

    void unanswered() {
        unanswered.incrementAndGet();
        if (all != null) {
            all.unanswered();
        }
    }

    long answers() {
        return answered.get();
    }

    long silences() {
        return unanswered.get();
    }
}
