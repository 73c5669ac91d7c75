package com.skytill.e2e.radius;

import com.skytill.e2e.radius.GuestSession.Traffic;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** One voucher or data account, and what the routers of all its devices know together. */
final class Guest {

    private final Terms terms;
    private final AtomicInteger online = new AtomicInteger();
    private final Queue<GuestSession> sessions = new ConcurrentLinkedQueue<>();

    Guest(Terms terms) {
        this.terms = terms;
    }

    /**
     * What the guest may do, and what it tries.
     *
     * @param identity its identity's ID
     * @param account whether it is a data account, else a voucher
     * @param maxDevices how many devices may be online at once
     * @param cap bytes after which nobody is let in; null without a cap
     * @param devices how many devices try
     */
    record Terms(long identity, boolean account, String name, String password, int maxDevices, Long cap, int devices) {}

    Terms terms() {
        return terms;
    }

    GuestSession begin(String sessionId) {
        var session = new GuestSession(sessionId);
        sessions.add(session);
        return session;
    }

    List<GuestSession> sessions() {
        return List.copyOf(sessions);
    }

    /** What its routers were acknowledged. */
    Traffic acknowledged() {
        return sum(GuestSession::acknowledged);
    }

    /** What its routers have told. */
    Traffic told() {
        return sum(GuestSession::told);
    }

    /** A device was let in: not one more than may be online, and not past the cap. */
    void letIn(RouterReply accept, long acknowledgedBefore) {
        int now = online.incrementAndGet();
        require(now <= terms.maxDevices, now + " devices are online");
        require(accept.reference() != null, "let in without a reference");
        if (terms.cap != null) {
            long limit = accept.totalLimit().orElse(Long.MAX_VALUE);
            require(acknowledgedBefore < terms.cap, "let in after " + acknowledgedBefore);
            require(
                    limit <= terms.cap - acknowledgedBefore && limit >= terms.cap - told().bytes(),
                    "let in for " + limit + " after " + acknowledgedBefore);
        }
    }

    /** A device was refused: there must be a reason. */
    void refused(RouterReply reject) {
        boolean crowded = terms.devices > terms.maxDevices;
        boolean spent = terms.cap != null && told().bytes() >= terms.cap;
        require(crowded || spent, "refused: " + reject.message());
    }

    /** A device is about to leave. */
    void leaving() {
        online.decrementAndGet();
    }

    void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(terms.name + ": " + otherwise);
        }
    }

    private Traffic sum(Function<GuestSession, Traffic> of) {
        return sessions.stream().map(of).reduce(Traffic.NONE, Traffic::plus);
    }
}
