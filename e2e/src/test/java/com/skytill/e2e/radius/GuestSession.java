package com.skytill.e2e.radius;

/**
 * A session as its router sees it: what it has told of it, and what of that was acknowledged. Written by the router's thread, read
 * by others too.
 */
final class GuestSession {

    private final String id;
    private volatile Traffic told = Traffic.NONE;
    private volatile Traffic acknowledged = Traffic.NONE;
    private volatile boolean known;
    private volatile boolean stopped;

    GuestSession(String id) {
        this.id = id;
    }

    /**
     * A session's counters.
     *
     * @param seconds online so far
     * @param up bytes that the guest has sent
     * @param down bytes that the guest was sent
     */
    record Traffic(long seconds, long up, long down) {
        static final Traffic NONE = new Traffic(0, 0, 0);

        Traffic plus(Traffic more) {
            return new Traffic(seconds + more.seconds, up + more.up, down + more.down);
        }

        long bytes() {
            return up + down;
        }

        boolean isWithin(Traffic least, Traffic most) {
            return least.seconds <= seconds
                    && seconds <= most.seconds
                    && least.up <= up
                    && up <= most.up
                    && least.down <= down
                    && down <= most.down;
        }
    }

    String id() {
        return id;
    }

    /** A packet with these counters is about to be sent. */
    void telling(Traffic traffic) {
        told = traffic;
    }

    /** The packet with what was told last was acknowledged. */
    void acknowledge(boolean stop) {
        acknowledged = told;
        known = true;
        stopped |= stop;
    }

    /** What may be stored at the most. */
    Traffic told() {
        return told;
    }

    /** What must be stored at the least. */
    Traffic acknowledged() {
        return acknowledged;
    }

    /** Whether any of its packets was acknowledged. */
    boolean isKnown() {
        return known;
    }

    /** Whether its Stop was acknowledged. */
    boolean isStopped() {
        return stopped;
    }
}
