package com.skytill.vouchers.topup;

import com.skytill.vouchers.EngineDatabase;
import com.skytill.vouchers.InsertedAccounts;
import com.skytill.vouchers.ListPlan;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the lists and the hot statements cost with a hundred thousand top-ups of a thousand accounts, in a database of its own. */
@QuarkusTest
@TestProfile(TopupListPlansTest.OwnDatabase.class)
class TopupListPlansTest {

    private static final String LIST = "get_completed_topup_details";

    private static long first;

    @BeforeAll
    static void fill() {
        if (first > 0) {
            return;
        }
        try (var database = EngineDatabase.open()) {
            long product = InsertedAccounts.product(database, 1_000L, "rollover_months = 1");
            database.execute("""
                    with added as (
                        insert into identities (kind, login_key, status, max_devices, usage_month)
                        select 'ACCOUNT', 'a:filler' || i, 'ACTIVE', 1, '2041-01-01' from generate_series(1, 20000) i
                        returning identity_id, login_key)
                    insert into data_accounts (account_id, customer_id, username, product_id, password_sealed, password_mac,
                        created_at, changed_at)
                    select identity_id, identity_id % 100, login_key, ?, '', '', now(), now() from added
                    """, product);
            first = database.number("select min(account_id) from data_accounts where username like 'a:filler%'");
            database.execute("""
                    insert into topups (account_id, name, size_bytes, price, source, status, requested_at, completed_at, last_month)
                    select ? + i % 1000, 'Filler', 1000, 1, (array['API', 'STAFF', 'PORTAL', 'SMS', 'AUTO'])[1 + i % 5],
                        'COMPLETED', at, at, date_trunc('month', at)
                    from (select i, timestamptz '2020-01-01 00:00Z' + i * interval '10 minutes' as at
                          from generate_series(1, 100000) i) filler
                    """, first);
            database.execute("update topups set source = 'SMS' where topup_id % 5000 = 0");
            database.execute(
                    "insert into usage_months (identity_id, month, used_bytes, used_seconds)"
                            + " select ? + i / 10, date '2020-01-01' + i % 10, 1, 1 from generate_series(0, 99999) i",
                    first + 1);
            database.execute("analyze topups, identities, data_accounts, usage_months");
        }
    }

    @Test
    void noFilterOfTheListReadsTheWholeTable() {
        String middle = "2020-12-01T00:00:00Z";
        cheap(Map.of(), List.of());
        cheap(Map.of("account_id", first + 7), List.of(first + 7));
        cheap(Map.of("source", "sms"), List.of("SMS"));
        cheap(Map.of("from", middle), List.of(middle));
        cheap(Map.of("to", middle), List.of(middle));
        cheap(Map.of("from", middle, "to", "2020-12-02T00:00:00Z"), List.of(middle, "2020-12-02T00:00:00Z"));
        cheap(
                Map.of("account_id", first + 7, "source", "sms", "from", middle, "to", "2021-01-01T00:00:00Z"),
                List.of(first + 7, "SMS", middle, "2021-01-01T00:00:00Z"));
    }

    @Test
    void turningAMonthReadsTheAccountsOwnRowsOnly() {
        try (var database = EngineDatabase.open()) {
            for (String statement : List.of(
                    "select topups_left(" + first + ", date '2020-12-01')",
                    "select topup_extra(" + first + ", date '2041-03-01')",
                    "select turn_month(i, '2041-03-01') from identities i where identity_id = " + first,
                    "select usage_late(" + first + ", '2041-01-01', 100, 1)")) {
                long before = reads(database);
                database.rows(statement);
                assertEquals(0, reads(database) - before, statement);
            }
        }
    }

    @Test
    void jobFindsTheAccountsToTurnByIndex() {
        try (var database = EngineDatabase.open()) {
            String plan = database.rows(
                            "explain select * from identities where kind = 'ACCOUNT' and usage_month < '2041-02-01'"
                                    + " order by usage_month limit 50 for no key update skip locked")
                    .toString();
            assertTrue(plan.contains("identities_month"), plan);
        }
    }

    private static long reads(EngineDatabase database) {
        database.rows("select pg_stat_force_next_flush()");
        return database.number("select sum(seq_tup_read) from pg_stat_user_tables where relname in"
                + " ('topups', 'identities', 'data_accounts', 'usage_months')");
    }

    /** On its first page and on a deep one. */
    private static void cheap(Map<String, Object> filters, List<?> values) {
        try (var database = EngineDatabase.open()) {
            var plain = new ArrayList<Object>(values);
            plain.add(51);
            ListPlan.of(LIST, "completed_topup_rows", filters).requireCheap(database, plain);

            long deep = database.number("select max(topup_id) - 500 from topups");
            Object at = database.rows("select completed_at::text from topups where topup_id = ?", deep)
                    .getFirst()
                    .getFirst();
            var after = new HashMap<String, Object>(filters);
            after.put("after", ListPlan.cursor(deep));
            var paged = new ArrayList<Object>(values);
            paged.addAll(List.of(at, deep, 51));
            ListPlan.of(LIST, "completed_topup_rows", after).requireCheap(database, paged);
        }
    }

    public static final class OwnDatabase implements QuarkusTestProfile {}
}
