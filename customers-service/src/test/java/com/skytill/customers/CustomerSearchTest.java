package com.skytill.customers;

import com.skytill.testing.postgres.TestPostgres;
import io.quarkus.test.junit.QuarkusTest;
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

import static com.skytill.customers.Api.STAFF;
import static com.skytill.customers.Api.get;
import static com.skytill.customers.Api.individual;
import static com.skytill.customers.Api.post;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Searches among 100 000 customers: right, and by an index, as PostgreSQL plans the very statements that the service sends. */
@QuarkusTest
class CustomerSearchTest {

    private static final int MANY = 100_000;

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
                "WDN77",
                "wednes@mail",
                "+27 11 777 0077",
                "0117770077",
                "777 00",
                "100% O'Brien_x!")) {
            get(STAFF, "get_customers", Map.of("search", search))
                    .then()
                    .statusCode(200)
                    .body("items.name", equalTo(List.of("Anna Wednesbury 100% O'Brien_x!")));
        }
        for (String search :
                List.of("100_", "%bury", "Wed%", "b_ry", "nobody at all", "zq", "\\", "%", "_", "!", "''")) {
            get(STAFF, "get_customers", Map.of("search", search))
                    .then()
                    .statusCode(200)
                    .body("items.size()", equalTo(0));
        }
        // One or two characters begin a word.
        get(STAFF, "get_customers", Map.of("search", "We"))
                .then()
                .body("items.name", equalTo(List.of("Anna Wednesbury 100% O'Brien_x!")));
    }

    @Test
    void everyFilterAndSearchHasAnIndex() throws SQLException {
        explain("customers_pkey", Map.of());
        explain("customers_search", Map.of("search", "Wednesbury"), "'wednesbury'");
        explain("customers_search", Map.of("search", "WDN77"), "'wdn77'");
        explain("customers_search", Map.of("search", "wednes@mail"), "'wednes@mail'");
        explain("customers_phone", Map.of("search", "0117770077"), "'0117770077'");
        explain("customers_search", Map.of("search", "We"), "'we'");
        explain("customers_search", Map.of("search", "nobody at all"), "'nobody at all'");
        explain("customers_phone", Map.of("phone", "0117770077"), "'0117770077'");
        explain("customers_email", Map.of("email", "Wednes@mail.example.com"), "'Wednes@mail.example.com'");
        explain("customers_lead", Map.of("lead_id", 77), "77");
        explain("customers_", Map.of("status", "suspended"), "'SUSPENDED'");
        explain("customers_", Map.of("kind", "company"), "'COMPANY'");
        explain("customers_", Map.of("billing_group_id", 3), "3");
        explain("customers_", Map.of("customer_group_id", 3), "3");
        explain("customers_", Map.of("changed_since", Integer.MAX_VALUE), "2147483647", "2147483648");
        explain("customers_", Map.of("status", "suspended", "search", "Wednesbury"), "'wednesbury'", "'SUSPENDED'");
    }

    @Test
    void duplicatesAreLookedForByIndex() throws SQLException {
        statements.clear();
        post(STAFF, "add_customer", individual("Somebody", Api.billingGroup()))
                .then()
                .statusCode(201);
        String duplicates = statements.stream()
                .filter(statement -> statement.contains("email_lower="))
                .findFirst()
                .orElseThrow();
        assertIndexed("customers_email", duplicates, List.of("'0117770077'", "'x@example.org'", "10"));
    }

    /** Explains what the service sends for the request, after its page and before its limit; for the last page as for the first. */
    private void explain(String index, Map<String, ?> filters, String... values) throws SQLException {
        statements.clear();
        get(STAFF, "get_customers", filters).then().statusCode(200);
        String list = statements.stream()
                .filter(statement -> statement.contains("order by") && statement.contains("customers"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No list among " + statements));
        for (String after : List.of("0", String.valueOf(MANY - 100))) {
            var all = new ArrayList<String>();
            all.add(after);
            all.addAll(List.of(values));
            all.add("51");
            // Of the last hundred customers it is quicker to look at each.
            assertIndexed("0".equals(after) ? index : "customers_", list, all);
        }
    }

    private void assertIndexed(String index, String statement, List<String> values) throws SQLException {
        try (var connection = connect();
                var query = connection.createStatement()) {
            query.execute("set search_path = customers");
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

    /** Once: 100 000 customers of many kinds, and one whom the searches are for. */
    private void fill() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("set search_path = customers");
            try (var rows = statement.executeQuery("select count(*) from customers where name like 'Filler %'")) {
                rows.next();
                if (rows.getInt(1) > 0) {
                    return;
                }
            }
            String inserts = List.of(
                            "insert into billing_groups (name, billing_day) select 'Filled ' || i, 5 from generate_series(1, 50) i",
                            "insert into customer_groups (name) select 'Filled ' || i from generate_series(1, 50) i",
                            "insert into customers (accounting_code, kind, status, name, company_name, phone, email,"
                                    + " billing_group_id, customer_group_id, created_at) select 'F' || i || 'F',"
                                    + " case i % 100 when 0 then 'COMPANY' else 'INDIVIDUAL' end,"
                                    + " case i % 100 when 1 then 'SUSPENDED' else 'ACTIVE' end, 'Filler ' || md5(i::text),"
                                    + " case i % 100 when 0 then 'Company ' || md5((i + 7)::text) end,"
                                    + " '+27 82 ' || lpad(i::text, 7, '0'), md5((i + 3)::text) || '@example.org',"
                                    + " (select min(billing_group_id) from billing_groups) + i % 50,"
                                    + " (select min(customer_group_id) from customer_groups) + i % 50, now()"
                                    + " from generate_series(1, " + MANY + ") i",
                            "insert into customers (accounting_code, kind, status, name, phone, email, billing_group_id, created_at)"
                                    + " select 'WDN77', 'INDIVIDUAL', 'ACTIVE', 'Anna Wednesbury 100% O''Brien_x!',"
                                    + " '+27 11 777 0077', 'wednes@mail.example.com', min(billing_group_id), now() from billing_groups",
                            "analyze customers")
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
