package com.skytill.testing.plan;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * How PostgreSQL runs a statement.
 *
 * @param sql the statement, with its parameters' values behind it
 * @param text what PostgreSQL explains
 */
public record QueryPlan(String sql, String text) {

    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared hit=(\\d+)");

    /** For those parameters. */
    public static QueryPlan of(String sql, List<String> values) throws SQLException {
        return explained("explain", "force_custom_plan", sql, values);
    }

    /** The same as it went, in one of the modes of {@code plan_cache_mode}. */
    public static QueryPlan executed(String mode, String sql, List<String> values) throws SQLException {
        return explained("explain (analyze, buffers, timing off)", mode, sql, values);
    }

    private static QueryPlan explained(String explain, String mode, String sql, List<String> values)
            throws SQLException {
        String execute = "execute wanted" + (values.isEmpty() ? "" : "(" + String.join(", ", values) + ")");
        try (var connection = ServiceDatabase.open();
                var statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = " + mode);
            statement.execute("prepare wanted as " + sql);
            if (explain.contains("analyze")) {
                // Once before, so that hint bits and caches are not part of what is counted.
                statement.execute(execute);
            }
            return new QueryPlan(sql + "\n" + values, lines(statement, explain + " " + execute));
        }
    }

    private static String lines(Statement statement, String explain) throws SQLException {
        var lines = new StringBuilder();
        try (var plan = statement.executeQuery(explain)) {
            while (plan.next()) {
                lines.append(plan.getString(1)).append('\n');
            }
        }
        return lines.toString();
    }

    /** Fails when a table is read from its beginning to its end. */
    public QueryPlan assertNoScan() {
        assertFalse(text.contains("Seq Scan"), this::toString);
        return this;
    }

    /** Fails unless it reads an index whose name begins so, and no table from its beginning to its end. */
    public void assertUses(String index) {
        assertNoScan();
        assertTrue(text.contains(index), this::toString);
    }

    /** How many pages it had to look at. */
    public long buffers() {
        var hit = BUFFERS.matcher(text);
        assertTrue(hit.find(), this::toString);
        return Long.parseLong(hit.group(1));
    }

    @Override
    public String toString() {
        return sql + "\n" + text;
    }
}
