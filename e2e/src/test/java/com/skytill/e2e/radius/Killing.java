package com.skytill.e2e.radius;

import com.skytill.e2e.suite.DatabaseContents;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.local.suite.Service;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Kills one thing at a moment that the crowd's packets decide, and starts it again. */
final class Killing {

    /** What is killed. */
    enum Victim {
        ONE_REPLICA_OF_TWO,
        ONLY_REPLICA,
        FREERADIUS,
        POSTGRESQL,
        POSTGRESQL_BACKEND
    }

    /** As many packets go on at the most before it happens. */
    private static final int LONGEST_WAIT = 300;
    /** As many transmissions stay without an answer at the most before it is started again. */
    private static final int LONGEST_OUTAGE = 60;

    private final RunningSuite suite;
    private final Crowd crowd;
    private final OwnFreeRadius radius;
    private final Balancer balancer;
    private final String otherReplica;
    private final Random random;

    Killing(
            RunningSuite suite,
            Crowd crowd,
            OwnFreeRadius radius,
            Balancer balancer,
            String otherReplica,
            Random random) {
        this.suite = suite;
        this.crowd = crowd;
        this.radius = radius;
        this.balancer = balancer;
        this.otherReplica = otherReplica;
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
                crowd.awaitAnswersToEach(2);
                suite.suite().start(Service.VOUCHERS);
                balancer.use(List.of(replica(), otherReplica));
            }
            case ONLY_REPLICA -> {
                suite.suite().kill(Service.VOUCHERS);
                awaitOutage();
                suite.suite().start(Service.VOUCHERS);
                crowd.awaitAnswersToEach(1);
                balancer.use(List.of(replica(), otherReplica));
            }
            case FREERADIUS -> {
                radius.kill();
                awaitOutage();
                radius.start();
            }
            case POSTGRESQL -> {
                suite.suite().killDatabase();
                awaitOutage();
                suite.suite().startDatabase();
            }
            case POSTGRESQL_BACKEND -> killBackend();
        }
    }

    /** PostgreSQL ends all its connections then, and recovers by itself. */
    private void killBackend() throws SQLException {
        var backends = backends();
        long backend = backends.get(random.nextInt(backends.size()));
        ProcessHandle.of(backend).orElseThrow().destroyForcibly();
    }

    private List<Long> backends() throws SQLException {
        var found = new ArrayList<Long>();
        try (var connection = DatabaseContents.connect(suite, "vouchers");
                var statement = connection.createStatement();
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

    private String replica() {
        return suite.suite().url(Service.VOUCHERS);
    }
}
