package com.skytill.vouchers;

import com.skytill.testing.token.TestToken;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a list costs in PostgreSQL, by the very statement that the service sends for it. */
public final class ListPlan {

    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");
    /** A list's page looks into some tables by index for each row; so do parallel workers, ahead of it. */
    private static final long MANY_PAGES = 2_000;

    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared hit=(\\d+)");

    private final String statement;

    private ListPlan(String statement) {
        this.statement = statement;
    }

    /** The list's statement, which reads from that table or view, for those parameters. */
    public static ListPlan of(String operation, String table, Map<String, ?> parameters) {
        var heard = new Heard();
        SQL.setLevel(Level.ALL);
        SQL.addHandler(heard);
        try {
            Api.bearer(TestToken.administrator())
                    .formParams(parameters)
                    .post("/api/v1/" + operation)
                    .then()
                    .statusCode(200);
        } finally {
            SQL.removeHandler(heard);
            SQL.setLevel(null);
        }
        var found = heard.statements.stream()
                .filter(sql -> sql.startsWith("select") && sql.contains(table + " ") && sql.contains("order by"))
                .toList();
        assertEquals(1, found.size(), () -> heard.statements.toString());
        return new ListPlan(found.getFirst());
    }

    /** The cursor of the page that begins after that ID. */
    public static String cursor(long id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("id:" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Fails when it reads a whole table with those values, or many pages of any. */
    public void requireCheap(EngineDatabase database, List<?> values) {
        for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
            String plan = plan(database, mode, values);
            assertFalse(plan.contains("Seq Scan"), plan);
            var hit = BUFFERS.matcher(plan);
            assertTrue(hit.find(), plan);
            assertTrue(Long.parseLong(hit.group(1)) < MANY_PAGES, plan);
        }
    }

    private String plan(EngineDatabase database, String mode, List<?> values) {
        database.execute("set plan_cache_mode = " + mode);
        database.execute("prepare wanted as " + statement);
        try {
            assertEquals(values.size(), parameters(), statement);
            String execution = "execute wanted("
                    + values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", ")) + ")";
            // Once before, so that hint bits and caches are not part of what is counted.
            database.rows(execution);
            return database.rows("explain (analyze, buffers, timing off) " + execution).stream()
                    .map(row -> (String) row.getFirst())
                    .collect(Collectors.joining("\n"));
        } finally {
            database.execute("deallocate wanted");
        }
    }

    private long parameters() {
        return Pattern.compile("\\$\\d+")
                .matcher(statement)
                .results()
                .map(MatchResult::group)
                .distinct()
                .count();
    }

    private static final class Heard extends Handler {

        private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void publish(LogRecord event) {
            statements.add(event.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
