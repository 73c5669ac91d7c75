package com.skytill.e2e.radius;

import com.skytill.e2e.radius.Killing.Victim;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.local.home.Home;
import com.skytill.local.suite.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * {@code kill -9} of a replica, of all replicas, of FreeRADIUS, of PostgreSQL and of one of its backends while a crowd is online:
 * nothing acknowledged is lost, nothing is counted twice, nobody is let in who may not be, and everything goes on by itself.
 * {@code -Dskytill.killed.seed} repeats a run's choices, though not its timing.
 */
@ExtendWith(SuiteExtension.class)
class KilledIT {

    private static final long GIB = 1L << 30;
    private static final long FOUR_GIB = 4 * GIB;

    /** Starting a service takes long: the others die more often. */
    private static final Map<Victim, Integer> TIMES = Map.of(
            Victim.ONE_REPLICA_OF_TWO, 1,
            Victim.ONLY_REPLICA, 1,
            Victim.FREERADIUS, 2,
            Victim.POSTGRESQL, 2,
            Victim.POSTGRESQL_BACKEND, 2);

    private final RunningSuite suite;
    private final long seed = Long.getLong("skytill.killed.seed", System.currentTimeMillis());
    private final Random random = new Random(seed);
    private Balancer balancer;
    private OwnFreeRadius radius;
    private String otherReplica;

    KilledIT(RunningSuite suite) {
        this.suite = suite;
    }

    @BeforeEach
    void start() throws Exception {
        System.out.println("Killed with -Dskytill.killed.seed=" + seed);
        otherReplica = suite.suite().addReplica(Service.VOUCHERS);
        balancer = Balancer.start();
        balancer.use(List.of(suite.suite().url(Service.VOUCHERS), otherReplica));
        var home = new Home(suite.home().root(), suite.home().directory().resolveSibling("killed"));
        radius = OwnFreeRadius.start(home, balancer.url(), suite.suite().radiusApiToken());
    }

    @AfterEach
    void stop() throws Exception {
        radius.close();
        balancer.close();
        suite.suite().stopReplica(otherReplica);
    }

    @Test
    void anythingWhenKilledUnderLoadThenEveryByteIsCountedOnceAndNobodyIsLetInWhoMayNotBe() throws Exception {
        var guests = guests();
        var books = new Books(suite);
        try (var crowd = Crowd.of(guests, radius.access(), "killed-" + seed, seed)) {
            var killing = new Killing(suite, crowd, radius, balancer, otherReplica, () -> books.check(guests), random);
            for (var victim : victims()) {
                System.out.println("Killing " + victim);
                killing.kill(victim);
                crowd.awaitAnswersToEach(1);
                books.check(guests);
            }
            crowd.leave();
            System.out.println(crowd.summary());
        }
        books.checkClosed(guests);
        assertTold(guests);
        assertSpentStayOut(guests);
        assertEquals(List.of(), radius.complaints());
    }

    private List<Guest> guests() throws Exception {
        var make = new TestGuests(suite);
        var guests = new ArrayList<Guest>();
        for (int voucher = 0; voucher < 6; voucher++) {
            guests.add(make.voucher(1, null, 1));
        }
        for (int shared = 0; shared < 3; shared++) {
            guests.add(make.voucher(2, null, 4));
        }
        guests.add(make.voucher(1, 100 * GIB, 1));
        long customer = make.customer();
        guests.add(make.account(customer, null, 1));
        for (long cap : List.of(50 * GIB, 200 * GIB, 600 * GIB)) {
            guests.add(make.account(customer, cap, 2));
        }
        return guests;
    }

    private List<Victim> victims() {
        var victims = new ArrayList<Victim>();
        for (var victim : Victim.values()) {
            victims.addAll(Collections.nCopies(TIMES.get(victim), victim));
        }
        Collections.shuffle(victims, random);
        return victims;
    }

    /** What the API tells is the true traffic, of sessions longer than 32 bits count. */
    private void assertTold(List<Guest> guests) throws Exception {
        var vouchers = new TestVouchers(suite);
        boolean long32 = false;
        for (var guest : guests) {
            if (!guest.terms().account()) {
                assertEquals(
                        guest.told().bytes(), vouchers.dataUsed(guest.terms().name()));
            }
            long32 |=
                    guest.sessions().stream().anyMatch(session -> session.told().down() > FOUR_GIB);
        }
        assertTrue(long32, "No session was long enough");
    }

    private void assertSpentStayOut(List<Guest> guests) throws Exception {
        int spent = 0;
        for (var guest : guests) {
            var terms = guest.terms();
            if (terms.cap() != null && guest.told().bytes() >= terms.cap()) {
                spent++;
                var answer = new TestRouter(suite, terms.name()).pap(terms.password());
                assertTrue(answer.isReject(), answer.output());
            }
        }
        assertTrue(spent > 0, "No cap was reached");
    }
}
