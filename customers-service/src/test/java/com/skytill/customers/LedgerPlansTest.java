package com.skytill.customers;

import com.skytill.testing.plan.ExecutedSql;
import com.skytill.testing.plan.QueryPlan;
import com.skytill.testing.plan.ServiceDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static com.skytill.customers.Api.STAFF;
import static com.skytill.customers.Api.get;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the platform's lists of updates cost with a hundred thousand of them, in a database of its own. */
@QuarkusTest
@TestProfile(LedgerPlansTest.OwnDatabase.class)
class LedgerPlansTest {

    private static final String AUDIT = "get_customers_audit_log";
    private static final String PENDING = "get_pending_customers_updates";
    private static final String ANY = "update_ledger_";
    private static final String NEVER = "2036-01-01T00:00:00Z";
    private static final String LATE = "2026-03-10T00:00:00Z";
    private static final String EARLY = "2026-01-01T01:00:00Z";

    private static boolean filled;

    @BeforeAll
    static void fill() throws SQLException {
        if (filled) {
            return;
        }
        ServiceDatabase.run("""
                insert into update_ledger (operation, status, parameters, fingerprint, submitted_at, submitted_by,
                    submitter_username, client_id, submitter_permissions, entity, entity_id, answer_status, answer_body)
                select case when i % 10000 = 0 then 'rare' else 'operation_' || i % 40 end,
                    case when i % 1000 = 0 then 'PENDING_REVIEW' when i % 2000 = 1 then 'REJECTED' else 'APPLIED' end,
                    '{"name":"' || md5(i::text) || '"}', md5(i::text), timestamptz '2026-01-01' + i * interval '1 minute',
                    i % 50, case when i % 10000 = 1 then 'rare' else 'user' || i % 50 end,
                    case when i % 10000 = 2 then 'rare' else 'client' || i % 30 end, 'customers_write',
                    case when i % 10000 = 3 then 'rare' else 'entity' || i % 20 end, i % 20000, 201,
                    '{"status":"applied"}'
                from generate_series(1, 100000) i
                """, "vacuum analyze update_ledger");
        filled = true;
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(AUDIT, "update_ledger_pkey", Map.of(), List.of()),
                Arguments.of(AUDIT, "update_ledger_operation", Map.of("operation", "rare"), List.of("'rare'")),
                Arguments.of(AUDIT, "update_ledger_submitter", Map.of("submitted_by", "rare"), List.of("'rare'")),
                Arguments.of(AUDIT, "update_ledger_client", Map.of("client_id", "rare"), List.of("'rare'")),
                Arguments.of(AUDIT, "update_ledger_entity", Map.of("entity", "rare"), List.of("'rare'")),
                Arguments.of(AUDIT, "update_ledger_entity_id", Map.of("entity_id", "777"), List.of("'777'")),
                Arguments.of(
                        AUDIT,
                        "update_ledger_entity",
                        Map.of("entity", "entity17", "entity_id", "777"),
                        List.of("'entity17'", "'777'")),
                Arguments.of(AUDIT, "update_ledger_status", Map.of("status", "rejected"), List.of("'REJECTED'")),
                // What many have is found soon in the order of the list.
                Arguments.of(AUDIT, ANY, Map.of("operation", "operation_7"), List.of("'operation_7'")),
                Arguments.of(AUDIT, ANY, Map.of("submitted_by", "user7"), List.of("'user7'")),
                Arguments.of(AUDIT, ANY, Map.of("client_id", "client7"), List.of("'client7'")),
                Arguments.of(AUDIT, ANY, Map.of("entity", "entity7"), List.of("'entity7'")),
                Arguments.of(AUDIT, ANY, Map.of("status", "applied"), List.of("'APPLIED'")),
                Arguments.of(AUDIT, ANY, Map.of("from", LATE), List.of("'" + LATE + "'")),
                Arguments.of(AUDIT, ANY, Map.of("to", LATE), List.of("'" + LATE + "'")),
                Arguments.of(AUDIT, ANY, Map.of("from", NEVER), List.of("'" + NEVER + "'")),
                Arguments.of(AUDIT, ANY, Map.of("to", EARLY), List.of("'" + EARLY + "'")),
                Arguments.of(
                        AUDIT,
                        ANY,
                        Map.of("submitted_by", "user7", "from", LATE),
                        List.of("'user7'", "'" + LATE + "'")),
                Arguments.of(PENDING, ANY, Map.of(), List.of("'PENDING_REVIEW'")),
                Arguments.of(PENDING, ANY, Map.of("submitted_by", "user0"), List.of("'PENDING_REVIEW'", "'user0'")));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void noListScansTheTableNorCostsMoreWhenDeep(
            String list, String index, Map<String, String> filters, List<String> values) throws SQLException {
        String sql;
        try (var executed = new ExecutedSql()) {
            get(STAFF, list, filters).then().statusCode(200);
            sql = executed.query("update_ledger", "order by");
        }
        var first = plan(sql, "0", values);
        var deep = plan(sql, "99000", values);
        first.assertUses(index);
        deep.assertNoScan();
        assertTrue(deep.buffers() <= 2 * first.buffers() + 50, () -> first + "\n" + deep);
    }

    private static QueryPlan plan(String sql, String after, List<String> values) throws SQLException {
        var all = new ArrayList<String>();
        all.add(after);
        all.addAll(values);
        all.add("51");
        return QueryPlan.executed("force_custom_plan", sql, all);
    }

    public static final class OwnDatabase implements QuarkusTestProfile {}
}
