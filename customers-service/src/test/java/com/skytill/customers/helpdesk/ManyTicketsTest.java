package com.skytill.customers.helpdesk;

import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.parameter.RawParameters;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.inject.Inject;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import static com.skytill.customers.helpdesk.HelpdeskApi.STAFF;
import static com.skytill.customers.helpdesk.HelpdeskApi.customer;
import static com.skytill.customers.helpdesk.HelpdeskApi.department;
import static com.skytill.customers.helpdesk.HelpdeskApi.get;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What lists read of 100 000 tickets, as PostgreSQL counts it in the transaction of the very query that the service makes,
 * which is more than a plan promises: no sequential scan, and no more rows than the page has.
 */
@QuarkusTest
class ManyTicketsTest {

    private static final int PAGE = 50;

    /** What the planner looks up itself, at an index's ends, counts too. */
    private static final int PLANNING = 20;

    /** Tickets are a minute apart from then on. */
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private static int department;
    private static int customer;

    @Inject
    TicketStore store;

    @Inject
    GetHelpdeskTickets list;

    private record Reads(long sequentialScans, long rows) {}

    @BeforeEach
    void fill() throws SQLException {
        if (department != 0) {
            return;
        }
        department = department("thandi");
        customer = customer();
        var config = ConfigProvider.getConfig();
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("skytill.database.migration-username", String.class),
                        config.getValue("skytill.database.migration-password", String.class));
                var statement = connection.createStatement()) {
            // The test server commits asynchronously, and rows of such a commit are not yet visible to all when they
            // are vacuumed.
            statement.execute("set synchronous_commit = on");
            statement.execute("""
                    insert into helpdesk_tickets (customer_id, lead_id, department_id, subject, description, priority,
                        status, assignee, version, created_at, created_by, changed_at, changed_by)
                    select case when n %% 500 = 0 then %d end, case when n %% 500 > 0 then n %% 997 + 1 end,
                        %d, 'Tower ' || n || ' is down', 'd',
                        case when n %% 100 = 0 then 'URGENT' else 'NORMAL' end,
                        case when n %% 50 = 0 then 'ON_HOLD' when n %% 10 = 0 then 'OPEN' else 'CLOSED' end,
                        'Somebody' || n %% 100, 1, moment, 'x', moment, 'x'
                    from generate_series(1, 100000) n,
                        lateral (select timestamptz '%s' + n * interval '1 minute' moment) moments
                    order by n
                    """.formatted(customer, department, START));
            statement.execute("vacuum analyze helpdesk_tickets");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status=on_hold",
                "department_id=OURS",
                "assignee=SOMEBODY7",
                "priority=urgent",
                "customer_id=OURS",
                "lead_id=777",
                "from=99900",
                "to=99900",
                "from=60000 to=90000",
                "status=open from=60000",
                "department_id=OURS status=open",
                "assignee=somebody7 status=closed",
                "department_id=OURS from=60000"
            })
    void pageReadsItsRowsFromAnIndex(String filters) throws Throwable {
        var reads = reads(() -> store.list(filter(filters, Map.of())));
        assertEquals(0, reads.sequentialScans());
        // The one row more tells whether there is a next page.
        assertTrue(reads.rows() <= PAGE + 1 + PLANNING, reads.toString());
    }

    @Test
    void searchReadsWhatHasItsTrigrams() throws Throwable {
        var reads = reads(() -> store.list(filter("search=4711", Map.of())));
        assertEquals(0, reads.sequentialScans());
        assertTrue(reads.rows() <= 200, reads.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "department_id=OURS", "status=closed", "from=100", "status=closed from=100 to=99990"})
    void farPageCostsWhatTheFirstCosts(String filters) throws Throwable {
        String far = get(STAFF, "get_helpdesk_tickets", Map.of("from", minute("99000"), "limit", 1))
                .path("next");
        var reads = reads(() -> store.list(filter(filters, Map.of("after", far))));
        assertEquals(0, reads.sequentialScans());
        // The row that the cursor names, too.
        assertTrue(reads.rows() <= PAGE + 2 + PLANNING, reads.toString());
    }

    @Test
    void countsReadAnIndex() throws Throwable {
        assertEquals(0, reads(() -> store.counts(null, null)).sequentialScans());
        assertEquals(0, reads(() -> store.counts((long) department, null)).sequentialScans());
        assertEquals(0, reads(() -> store.counts(null, "somebody7")).sequentialScans());
        assertEquals(
                0, reads(() -> store.counts((long) department, "somebody7")).sequentialScans());
        get(STAFF, "get_helpdesk_ticket_counts", Map.of("department_id", department))
                .then()
                .body("on_hold", equalTo(2_000))
                .body("open", equalTo(8_000))
                .body("closed", equalTo(90_000))
                .body("total", equalTo(100_000));
    }

    private static Reads reads(Supplier<Uni<?>> query) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> counters()
                .flatMap(before -> query.get()
                        .chain(ManyTicketsTest::counters)
                        .map(after -> new Reads(
                                after.sequentialScans() - before.sequentialScans(), after.rows() - before.rows())))));
    }

    /** The session's own, which nobody else's queries are in. */
    private static Uni<Reads> counters() {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select seq_scan, seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables"
                                        + " where relname = 'helpdesk_tickets'",
                                Object[].class)
                        .getSingleResult())
                .map(row -> new Reads((Long) row[0], (Long) row[1]));
    }

    /** Reads the filters as the operation does. */
    private TicketFilter filter(String filters, Map<String, String> more) {
        var parameters = new HashMap<>(more);
        for (String filter : filters.isEmpty() ? new String[0] : filters.split(" ")) {
            String[] parts = filter.split("=", 2);
            parameters.put(parts[0], value(parts[0], parts[1]));
        }
        var reader = ParameterReader.reading(RawParameters.of(parameters));
        var read = list.read(reader);
        reader.finish();
        return read;
    }

    private static String value(String parameter, String written) {
        return switch (parameter) {
            case "department_id" -> String.valueOf(department);
            case "customer_id" -> String.valueOf(customer);
            case "from", "to" -> minute(written);
            default -> written;
        };
    }

    private static String minute(String number) {
        return START.plusSeconds(60 * Long.parseLong(number)).toString();
    }
}
