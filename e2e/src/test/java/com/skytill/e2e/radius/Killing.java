package com.skytill.e2e.radius;

import com.skytill.e2e.suite.DatabaseContents;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.local.suite.Service;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import static org.awaitility.Awaitility.await;

/**
 * Kills one thing at a moment that the crowd's packets decide, looks at what is stored before any further packet is, and starts it
 * again. The look is what finds a loss: counters only grow, so that the next report of a session hides it.
 */
final class Killing {

    /** What is killed. */
    enum Victim {
        ONE_REPLICA_OF_TWO,
        ONLY_REPLICA,
        FREERADIUS,
        POSTGRESQL,
        POSTGRESQL_BACKEND
    }

    /** Looks at what is stored. */
    @FunctionalInterface
    interface Look {
        void at() throws SQLException;
    }

    /** As many packets go on at the most before it happens. */
    private static final int LONGEST_WAIT = 300;
    /** As many transmissions stay without an answer at the most before it is started again. */
    private static final int LONGEST_OUTAGE = 60;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RunningSuite suite;
    private final Crowd crowd;
    private final OwnFreeRadius radius;
    private final Balancer balancer;
    private final String otherReplica;
    private final Look look;
    private final Random random;

    Killing(
            RunningSuite suite,
            Crowd crowd,
            OwnFreeRadius radius,
            Balancer balancer,
            String otherReplica,
            Look look,
            Random random) {
        this.suite = suite;
        this.crowd = crowd;
        this.radius = radius;
        this.balancer = balancer;
        this.otherReplica = otherReplica;
        this.look = look;
        this.random = random;
    }

    /** Returns when it has been started again. */
    void kill(Victim victim) throws Exception {
        if (victim == Victim.ONLY_REPLICA) {
            balancer.use(List.of(replica()));
        }
        crowd.awaitAnswers(1 + random.nextInt(LONGEST_WAIT));
        switch (victim) {
            case ONE_REPLICA_OF_TWO -> {
                suite.suite().kill(Service.VOUCHERS);
                lookWhileCut();
                balancer.use(List.of(otherReplica));
                crowd.awaitAnswersToEach(2);
                suite.suite().start(Service.VOUCHERS);
            }
            case ONLY_REPLICA -> {
                suite.suite().kill(Service.VOUCHERS);
                look();
                awaitOutage();
                suite.suite().start(Service.VOUCHERS);
                crowd.awaitAnswersToEach(1);
            }
            case FREERADIUS -> {
                radius.kill();
                look();
                awaitOutage();
                radius.start();
            }
            case POSTGRESQL -> {
                suite.suite().killDatabase();
                awaitOutage();
                balancer.use(List.of());
                suite.suite().startDatabase();
                look();
            }
            case POSTGRESQL_BACKEND -> {
                killBackend();
                lookWhileCut();
            }
        }
        balancer.use(List.of(replica(), otherReplica));
    }

    /** PostgreSQL ends all its connections then, this one too, and recovers by itself. */
    private void killBackend() throws IOException, SQLException {
        try (var witness = DatabaseContents.connect(suite, "vouchers")) {
            var backends = backends(witness);
            long backend = backends.get(random.nextInt(backends.size()));
            ProcessHandle.of(backend).orElseThrow().destroyForcibly();
            balancer.use(List.of());
            await().atMost(PATIENCE).until(() -> !witness.isValid(1));
        }
    }

    private static List<Long> backends(Connection connection) throws SQLException {
        var found = new ArrayList<Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pid from pg_stat_activity"
                        + " where usename = current_user and pid <> pg_backend_pid() order by pid")) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }

    private void awaitOutage() {
        crowd.awaitSilences(1 + random.nextInt(LONGEST_OUTAGE));
    }

    private void lookWhileCut() throws IOException {
        balancer.use(List.of());
        look();
    }

    /** When the database answers; what it sees then is final. */
    private void look() {
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(SQLException.class).until(() -> {
            look.at();
            return true;
        });
    }

    private String replica() {
        return suite.suite().url(Service.VOUCHERS);
    }
}
