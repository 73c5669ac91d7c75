package com.skytill.e2e.radius;

import com.skytill.e2e.radius.GuestSession.Traffic;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * A device of a guest's and the router it is at: logs in, goes online, reports, leaves, and does so again. The router repeats what
 * is not acknowledged: first the same packet, then a new one with the time gone by.
 */
final class GuestDevice {

    private static final int START = 1;
    private static final int STOP = 2;
    private static final int INTERIM = 3;
    private static final int USER_REQUEST = 1;
    private static final byte[] ADDRESS = {127, 0, 0, 1};

    private static final long PATIENCE_NANOS = Duration.ofMinutes(3).toNanos();
    private static final int MOST_REPORTS = 10;
    private static final int LONGEST_REPORT_SECONDS = 300;
    /** Below 4 GiB: more between two reports could not be told from less where Gigawords are not sent. */
    private static final long MOST_BYTES = 3L << 30;

    private final Guest guest;
    private final Habits habits;
    private final RouterPort port;
    private final Random random;
    private int sessions;

    GuestDevice(Guest guest, Habits habits, RouterPort port, Random random) {
        this.guest = guest;
        this.habits = habits;
        this.port = port;
        this.random = random;
    }

    /**
     * How the router differs from others.
     *
     * @param identifier its NAS-Identifier
     * @param station the device's address
     * @param echoesClass whether it echoes Class in accounting
     * @param wide whether it sends Gigawords; one that does not loses no report, or nobody could count it
     */
    record Habits(String identifier, String station, boolean echoesClass, boolean wide) {}

    /** Goes on until it is told to leave, and leaves no session behind. */
    void run(BooleanSupplier leaving) throws IOException, InterruptedException {
        while (!leaving.getAsBoolean()) {
            var accept = logIn();
            if (accept.isPresent()) {
                goOnline(accept.get(), leaving);
            }
            pause();
        }
    }

    private Optional<RouterReply> logIn() throws IOException {
        long begin = System.nanoTime();
        while (true) {
            long acknowledged = guest.acknowledged().bytes();
            var reply = port.login(packet().login(port.next(), guest.terms().password(), port.secret(), random));
            if (reply.isEmpty()) {
                requirePatience(begin);
                continue;
            }
            if (reply.get().isAccept()) {
                guest.letIn(reply.get(), acknowledged);
                return reply;
            }
            guest.require(
                    reply.get().isReject(),
                    "a login was answered by " + reply.get().code());
            guest.refused(reply.get());
            return Optional.empty();
        }
    }

    private void goOnline(RouterReply accept, BooleanSupplier leaving) throws IOException, InterruptedException {
        sessions++;
        var session = guest.begin(habits.identifier() + "-" + sessions);
        var reference = habits.echoesClass() ? accept.reference() : null;
        report(session, START, Traffic.NONE, reference);
        var traffic = Traffic.NONE;
        int reports = 1 + random.nextInt(MOST_REPORTS);
        for (int report = 0; report < reports && !leaving.getAsBoolean(); report++) {
            pause();
            traffic = traffic.plus(more());
            report(session, INTERIM, traffic, reference);
        }
        pause();
        guest.leaving();
        report(session, STOP, traffic.plus(more()), reference);
    }

    /** Until it is acknowledged; an interim report may be given up, since the next one tells all of it. */
    private void report(GuestSession session, int status, Traffic traffic, byte[] reference) throws IOException {
        session.telling(traffic);
        long begin = System.nanoTime();
        boolean repeats = true;
        while (repeats) {
            long delay = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
            var packet = report(session.id(), status, traffic, reference).number(RouterPacket.ACCT_DELAY_TIME, delay);
            var reply = port.account(packet.accounting(port.next(), port.secret()));
            if (reply.isPresent()) {
                guest.require(
                        reply.get().isAccounted(),
                        "a report was answered by " + reply.get().code());
                session.acknowledge(status == STOP);
                // At times the answer is lost on its way.
                repeats = random.nextInt(8) == 0;
            } else {
                requirePatience(begin);
                repeats = status != INTERIM || !habits.wide() || random.nextInt(3) > 0;
            }
        }
    }

    private RouterPacket report(String sessionId, int status, Traffic traffic, byte[] reference) {
        var packet =
                packet().number(RouterPacket.ACCT_STATUS_TYPE, status).text(RouterPacket.ACCT_SESSION_ID, sessionId);
        if (reference != null) {
            packet.octets(RouterPacket.CLASS, reference);
        }
        if (status == STOP) {
            packet.number(RouterPacket.ACCT_TERMINATE_CAUSE, USER_REQUEST);
        }
        return status == START
                ? packet
                : packet.number(RouterPacket.ACCT_SESSION_TIME, traffic.seconds())
                        .counter(
                                RouterPacket.ACCT_INPUT_OCTETS,
                                RouterPacket.ACCT_INPUT_GIGAWORDS,
                                traffic.up(),
                                habits.wide())
                        .counter(
                                RouterPacket.ACCT_OUTPUT_OCTETS,
                                RouterPacket.ACCT_OUTPUT_GIGAWORDS,
                                traffic.down(),
                                habits.wide());
    }

    private RouterPacket packet() {
        return new RouterPacket()
                .text(RouterPacket.USER_NAME, guest.terms().name())
                .octets(RouterPacket.NAS_IP_ADDRESS, ADDRESS)
                .text(RouterPacket.NAS_IDENTIFIER, habits.identifier())
                .text(RouterPacket.CALLING_STATION_ID, habits.station());
    }

    private Traffic more() {
        return new Traffic(
                1 + random.nextInt(LONGEST_REPORT_SECONDS), random.nextLong(MOST_BYTES), random.nextLong(MOST_BYTES));
    }

    private void pause() throws InterruptedException {
        Thread.sleep(50 + random.nextInt(150));
    }

    private void requirePatience(long begin) {
        guest.require(System.nanoTime() - begin < PATIENCE_NANOS, "no answer for minutes");
    }
}
