package com.skytill.leads;

import com.skytill.testing.postgres.TestPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import static com.skytill.leads.Api.post;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Searches among 100 000 leads: right, and by an index, as PostgreSQL plans the very statements that the service sends. */
@QuarkusTest
class LeadSearchTest {

    private static final int MANY = 100_000;
    private static final String NAME = "Anna Wednesbury 100% O'Brien_x!";

    @ConfigProperty(name = "skytill.database.url")
    String database;

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final Logger sql = Logger.getLogger("org.hibernate.SQL");
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord line) {
            statements.add(line.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void record() throws SQLException {
        recorder.setLevel(Level.ALL);
        sql.setLevel(Level.FINE);
        sql.addHandler(recorder);
        fill();
    }

    @AfterEach
    void stop() {
        sql.removeHandler(recorder);
        sql.setLevel(null);
    }

    @Test
    void findsByPartsOfEverything() {
        for (String search : List.of(
                "Wednesbury",
                "wednesBURY",
                "nesbur",
                "anna wed",
                "mill works",
                "wednes@mail",
                "+27 11 777 0077",
                "0117770077",
                "777 00",
                "17 long str",
                "100% O'Brien_x!")) {
            found(Map.of("search", search)).body("items.name", equalTo(List.of(NAME)));
        }
        for (String search :
                List.of("100_", "%bury", "Wed%", "b_ry", "nobody at all", "zq", "\\", "%", "_", "!", "''")) {
            found(Map.of("search", search)).body("items.size()", equalTo(0));
        }
        // One or two characters begin a word.
        found(Map.of("search", "We")).body("items.name", equalTo(List.of(NAME)));
    }

    @Test
    void sourceAndAssigneeAreFoundInWhateverCase() {
        found(Map.of("source", "WEDNES fair")).body("items.name", equalTo(List.of(NAME)));
        found(Map.of("assignee", "Anna.W")).body("items.name", equalTo(List.of(NAME)));
        found(Map.of("assignee", "anna.")).body("items.size()", equalTo(0));
        found(Map.of("from", "2031-01-01T00:00:00Z", "to", "2031-01-02T00:00:00Z"))
                .body("items.name", equalTo(List.of(NAME)));
    }

    @Test
    void everyFilterAndSearchHasAnIndex() throws SQLException {
        explain("sales_leads_pkey", Map.of());
        explain("sales_leads_search", Map.of("search", "Wednesbury"), "'wednesbury'");
        explain("sales_leads_search", Map.of("search", "wednes@mail"), "'wednes@mail'");
        explain("sales_leads_phone_key", Map.of("search", "0117770077"), "'0117770077'");
        explain("sales_leads_search", Map.of("search", "We"), "'we'");
        explain("sales_leads_search", Map.of("search", "nobody at all"), "'nobody at all'");
        explain("sales_leads_status", Map.of("status", "won"), "'WON'");
        explain("sales_leads_source", Map.of("source", "wednes fair"), "'wednes fair'");
        explain("sales_leads_assignee", Map.of("assignee", "anna.w"), "'anna.w'");
        explain("sales_leads_created", Map.of("from", "2031-01-01T00:00:00Z"), "'2031-01-01T00:00:00Z'");
        // The oldest leads are the first in the list.
        explain("sales_leads_", Map.of("to", "2020-01-02T00:00:00Z"), "'2020-01-02T00:00:00Z'");
        explain("sales_leads_search", Map.of("status", "new", "search", "Wednesbury"), "'NEW'", "'wednesbury'");
    }

    @Test
    void duplicatesAreLookedForByIndex() throws SQLException {
        statements.clear();
        Api.lead(Map.of("name", "Somebody", "email", Api.email(), "phone", Api.phone()));
        String duplicates = statements.stream()
                .filter(statement -> statement.contains("email_lower="))
                .findFirst()
                .orElseThrow();
        assertIndexed("sales_leads_email", duplicates, List.of("'0117770077'", "'x@example.org'", "10"));
    }

    private static ValidatableResponse found(Map<String, ?> filters) {
        return post("get_sales_leads", filters).then().statusCode(200);
    }

    /** Explains what the service sends for the request, after its page and before its limit; for the last page as for the first. */
    private void explain(String index, Map<String, ?> filters, String... values) throws SQLException {
        statements.clear();
        found(filters);
        String list = statements.stream()
                .filter(statement -> statement.contains("order by") && statement.contains("sales_leads"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No list among " + statements));
        for (String after : List.of("0", String.valueOf(MANY - 100))) {
            var all = new ArrayList<String>();
            all.add(after);
            all.addAll(List.of(values));
            all.add("51");
            // Of the last hundred leads it is quicker to look at each.
            assertIndexed("0".equals(after) ? index : "sales_leads_", list, all);
        }
    }

    private void assertIndexed(String index, String statement, List<String> values) throws SQLException {
        try (var connection = connect();
                var query = connection.createStatement()) {
            query.execute("set search_path = leads");
            query.execute("prepare list as " + statement);
            String plan;
            try (var rows = query.executeQuery("explain execute list (" + String.join(", ", values) + ")")) {
                var lines = new ArrayList<String>();
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
                plan = String.join("\n", lines);
            }
            assertFalse(plan.contains("Seq Scan"), statement + "\n" + values + "\n" + plan);
            assertTrue(plan.contains(index), statement + "\n" + plan);
        }
    }

    /** Once: 100 000 leads of many kinds, and one whom the searches are for. */
    private void fill() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("set search_path = leads");
            try (var rows = statement.executeQuery("select count(*) from sales_leads where name like 'Filler %'")) {
                rows.next();
                if (rows.getInt(1) > 0) {
                    return;
                }
            }
            String inserts = List.of(
                            "insert into sales_leads (status, customer_id, name, phone, email, source, assignee, created_at)"
                                    + " select case i % 100 when 0 then 'WON' else 'NEW' end, case i % 100 when 0 then i end,"
                                    + " 'Filler ' || md5(i::text), '+27 82 ' || lpad(i::text, 7, '0'),"
                                    + " md5((i + 3)::text) || '@example.org', 'Source ' || i % 50, 'user' || i % 50,"
                                    + " timestamptz '2020-01-01' + i * interval '1 minute' from generate_series(1, "
                                    + MANY + ") i",
                            "insert into sales_leads (status, name, company_name, address, phone, email, source, assignee,"
                                    + " created_at) values ('NEW', '" + NAME.replace("'", "''")
                                    + "', 'Mill Works', '17 Long Street', '+27 11 777 0077', 'wednes@mail.example.com',"
                                    + " 'Wednes Fair', 'anna.w', '2031-01-01T12:00:00Z')",
                            "analyze sales_leads")
                    .stream()
                    .collect(Collectors.joining(";"));
            statement.execute(inserts);
        }
    }

    private Connection connect() throws SQLException {
        String name = database.substring(database.lastIndexOf('/') + 1);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s"
                        .formatted(TestPostgres.port(), name)
                        .toLowerCase(Locale.ROOT),
                "postgres",
                "postgres");
    }
}
