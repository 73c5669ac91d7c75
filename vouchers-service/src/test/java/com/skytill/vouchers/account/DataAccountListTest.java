package com.skytill.vouchers.account;

import com.skytill.vouchers.Api;
import com.skytill.vouchers.EngineDatabase;
import com.skytill.vouchers.TestCustomers;
import com.skytill.vouchers.TestProducts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
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

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Lists among 100 000 accounts: right, and by an index, as PostgreSQL plans the very statements that the service sends. */
@QuarkusTest
class DataAccountListTest {

    private static final int MANY = 100_000;
    private static final long FIRST_CUSTOMER = 5_000_000;
    private static final long FIRST_PRODUCT = 6_000_000;

    @ConfigProperty(name = "skytill.products.url")
    URI services;

    private final EngineDatabase database = EngineDatabase.open();
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
    void record() {
        Accounts.serve(services);
        recorder.setLevel(Level.ALL);
        sql.setLevel(Level.FINE);
        sql.addHandler(recorder);
        fill();
    }

    @AfterEach
    void stop() {
        sql.removeHandler(recorder);
        sql.setLevel(null);
        TestProducts.serve(Accounts.serve(services), TestProducts.ALL);
        database.close();
    }

    @Test
    void filtersChooseAndPagesGoOn() {
        // As filled: every accounts' customer is one of 2 000, its product one of 50.
        String customer = String.valueOf(FIRST_CUSTOMER + 7);
        var first = list(Map.of("customer_id", customer, "limit", 30));
        var second = list(Map.of("customer_id", customer, "limit", 30, "after", first.getString("next")));
        assertEquals(30, first.getList("items").size());
        assertEquals(20, second.getList("items").size());
        assertNull(second.getString("next"));
        var ids = new ArrayList<Integer>(first.getList("items.account_id"));
        ids.addAll(second.getList("items.account_id"));
        assertEquals(ids.stream().sorted().distinct().toList(), ids);
        assertEquals(
                50,
                list(Map.of("customer_id", "fil" + customer, "limit", 500))
                        .getList("items")
                        .size());
        var both = list(Map.of("customer_id", customer, "product_id", FIRST_PRODUCT + 7));
        assertEquals(50, both.getList("items").size());
        assertEquals(
                0,
                list(Map.of("customer_id", customer, "product_id", FIRST_PRODUCT + 8))
                        .getList("items")
                        .size());
        for (String nobody : List.of("NOB999", "999999999", "' or 1=1 --", "%")) {
            assertEquals(List.of(), list(Map.of("customer_id", nobody)).getList("items"));
            assertEquals(List.of(), list(Map.of("product_id", nobody)).getList("items"));
        }
    }

    @Test
    void statusKindAndAddressChoose() {
        String name = "status" + Accounts.username();
        var one = Accounts.add(Map.of("username", "a-" + name, "static_ip", "2001:db8:77::1"));
        Accounts.add(Map.of("username", "b-" + name, "product_id", Accounts.PREPAID));
        Api.call("suspend_data_account", Map.of("username", "a-" + name)).statusCode(200);
        assertEquals(List.of("a-" + name), names(Map.of("search", name, "status", "suspended")));
        assertEquals(List.of("b-" + name), names(Map.of("search", name, "status", "active")));
        assertEquals(List.of("b-" + name), names(Map.of("search", name, "kind", "prepaid")));
        assertEquals(List.of("a-" + name), names(Map.of("search", name, "kind", "account")));
        assertEquals(List.of(), names(Map.of("search", name, "kind", "account", "status", "cancelled")));
        assertEquals(List.of("a-" + name), names(Map.of("static_ip", "2001:DB8:77:0::1")));
        Api.call("cancel_data_account", Map.of("username", "a-" + name, "reason", "gone"))
                .statusCode(200);
        assertEquals(List.of(), names(Map.of("static_ip", "2001:db8:77::1")));
        assertEquals(List.of("a-" + name), names(Map.of("search", name, "status", "cancelled")));
        Api.call("get_data_accounts", Map.of("status", "unused", "kind", "voucher", "static_ip", "x"))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("status", "kind", "static_ip")));
        assertEquals(41, one.getInt("data_account.customer_id"));
    }

    @Test
    void searchFindsByAnyPartAndNothingIsAWildcard() {
        String name = "Wednesbury_" + Accounts.username();
        Accounts.add(Map.of("username", name));
        for (String search : List.of(name, name.toUpperCase(Locale.ROOT), "ednesbury_u", "NESBURY_U")) {
            assertEquals(List.of(name), names(Map.of("search", search)), search);
        }
        for (String search :
                List.of("wednesbury%", "wed_esbury", "wednesbury!_", "\\", "'; select 1 --", "zq%", "__")) {
            assertEquals(List.of(), names(Map.of("search", search)), search);
        }
        // One or two characters are a beginning.
        assertTrue(names(Map.of("search", "We", "limit", 500)).contains(name));
        assertFalse(names(Map.of("search", "ry", "limit", 500)).contains(name));
    }

    @Test
    void everyFilterHasAnIndex() {
        explain("data_accounts_pkey", Map.of());
        explain("data_accounts_username", Map.of("search", "wednesbury"), "'%wednesbury%'");
        explain("data_accounts_username", Map.of("search", "we"), "'we%'");
        explain("data_accounts_username", Map.of("search", "nobody.at.all"), "'%nobody.at.all%'");
        explain(
                "data_accounts_customer",
                Map.of("customer_id", FIRST_CUSTOMER + 7),
                String.valueOf(FIRST_CUSTOMER + 7));
        // Of a product that many have, the first page is found as soon by looking at each account.
        explain("data_accounts_", Map.of("product_id", FIRST_PRODUCT + 7), String.valueOf(FIRST_PRODUCT + 7));
        explain("data_accounts_product", Map.of("product_id", FIRST_PRODUCT + 50), String.valueOf(FIRST_PRODUCT + 50));
        explain("data_accounts_static_ip", Map.of("static_ip", "198.51.100.99"), "'198.51.100.99'");
        explain("identities_", Map.of("status", "suspended"), "'ACCOUNT'", "'PREPAID'", "'SUSPENDED'");
        explain("identities_", Map.of("status", "active"), "'ACCOUNT'", "'PREPAID'", "'ACTIVE'");
        explain("identities_", Map.of("kind", "prepaid"), "'PREPAID'");
        explain("identities_", Map.of("kind", "prepaid", "status", "cancelled"), "'PREPAID'", "'CANCELLED'");
        explain(
                "data_accounts_username",
                Map.of("search", "wednesbury", "status", "suspended"),
                "'%wednesbury%'",
                "'ACCOUNT'",
                "'PREPAID'",
                "'SUSPENDED'");
    }

    @Test
    void accountsAndCustomersAreLookedUpByIndex() {
        String username = Accounts.add(Map.of()).getString("data_account.username");
        statements.clear();
        Api.call("suspend_data_account", Map.of("username", username)).statusCode(200);
        Api.call("get_data_account_usage", Map.of("username", username)).statusCode(200);
        list(Map.of("customer_id", TestCustomers.ACTIVE));
        assertIndexed("identities_login_key", statement("for no key update"), List.of("'a:x'"));
        assertIndexed("customers_accounting_code", statement("lower(accounting_code) ="), List.of("'pie041'"));
        assertByIdentity(statement("from usage_hours"), List.of("7", "now() - interval '1 day'", "now()"));
        assertIndexed(
                "usage_months_pkey",
                statement("from usage_months"),
                List.of("7", "'2026-11-01'", "7", "'2026-11-01'", "36"));
        assertByIdentity(statement("ended_at is null and heard_at >"), List.of("7", "now()", "100"));
    }

    private static JsonPath list(Map<String, ?> filters) {
        return Api.call("get_data_accounts", filters).statusCode(200).extract().jsonPath();
    }

    private static List<String> names(Map<String, ?> filters) {
        return list(filters).getList("items.username");
    }

    private String statement(String part) {
        return statements.stream()
                .filter(statement -> statement.contains(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError("None has " + part + " among " + statements));
    }

    /** Explains what the service sends for the request, after its page and before its limit; for a late page as for the first. */
    private void explain(String index, Map<String, ?> filters, String... values) {
        statements.clear();
        list(filters);
        String list = statement("order by ar1_0.account_id");
        for (String after : List.of("0", String.valueOf(lastId() - 20_000))) {
            var all = new ArrayList<String>();
            all.add(after);
            all.addAll(List.of(values));
            all.add("51");
            assertIndexed("0".equals(after) ? index : "Index", list, all);
        }
    }

    private long lastId() {
        return database.number("select max(account_id) from data_accounts");
    }

    private void assertIndexed(String index, String statement, List<String> values) {
        String plan = plan(statement, values);
        assertFalse(plan.contains("Seq Scan on data_accounts"), statement + "\n" + values + "\n" + plan);
        assertFalse(plan.contains("Seq Scan on identities"), statement + "\n" + values + "\n" + plan);
        assertTrue(plan.contains(index), statement + "\n" + values + "\n" + plan);
    }

    /** Each partition by an index on the identity; a small one would be read whole if it could. */
    private void assertByIdentity(String statement, List<String> values) {
        database.execute("set enable_seqscan = off");
        String plan = plan(statement, values);
        database.execute("reset enable_seqscan");
        assertTrue(
                plan.contains("Index Cond: (identity_id = '7'") || plan.contains("Index Cond: ((identity_id = '7'"),
                plan);
        assertFalse(plan.contains("Seq Scan"), plan);
    }

    private String plan(String statement, List<String> values) {
        database.execute("deallocate all");
        database.execute("prepare list as " + statement);
        return database.rows("explain execute list (" + String.join(", ", values) + ")").stream()
                .map(row -> String.valueOf(row.getFirst()))
                .collect(Collectors.joining("\n"));
    }

    /** Once: 100 000 accounts of 2 000 customers and 50 products, and as many vouchers. */
    private void fill() {
        if (database.number("select count(*) from product_terms where product_id = ?", FIRST_PRODUCT) > 0) {
            return;
        }
        for (var insert : List.of(
                "insert into customers (customer_id, accounting_code, name, status)"
                        + " select %1$d + i, 'FIL' || %1$d + i, 'Filler', 'ACTIVE' from generate_series(0, 1999) i",
                "insert into product_terms (product_id, product_code, name, kind, status, price)"
                        + " select %2$d + i, 'FILLED-' || i, 'F', 'ACCOUNT', 'ACTIVE', 1 from generate_series(0, 50) i",
                "insert into identities (kind, login_key, status, max_devices)"
                        + " select case i %% 10 when 0 then 'PREPAID' else 'ACCOUNT' end, 'a:filler' || i,"
                        + " case i %% 100 when 1 then 'SUSPENDED' when 20 then 'CANCELLED' else 'ACTIVE' end, 1"
                        + " from generate_series(1, %3$d) i",
                "insert into identities (kind, login_key, status, max_devices) select 'VOUCHER', 'v:FILLER' || i,"
                        + " case i %% 4 when 1 then 'UNUSED' when 2 then 'ACTIVE' when 3 then 'USED_UP' else 'EXPIRED' end, 1"
                        + " from generate_series(1, %3$d) i",
                "insert into data_accounts (account_id, customer_id, username, product_id, password_sealed, password_mac,"
                        + " static_ip, created_at, changed_at)"
                        + " select identity_id, %1$d + n %% 2000, md5(n::text) || '@wisp.example', %2$d + case when n %% 5000 = 3 then 50 else n %% 50 end, 's', 'm',"
                        + " case when n %% 5 = 0 then '10.' || n / 65536 || '.' || n / 256 %% 256 || '.' || n %% 256 end, now(), now()"
                        + " from identities, lateral (select substr(login_key, 9)::bigint as n) number"
                        + " where login_key like 'a:filler%%'",
                "insert into usage_months (identity_id, month, used_bytes, used_seconds)"
                        + " select identity_id, '2026-01-01', 1, 1 from identities where login_key like 'a:filler%%'",
                "insert into usage_hours (identity_id, hour, bytes_up, bytes_down, seconds)"
                        + " select identity_id, date_trunc('hour', now()), 1, 1, 1 from identities where login_key like 'a:filler%%'",
                "insert into radius_sessions (identity_id, session_id, month, device, opened_at, started_at, heard_at, ended_at,"
                        + " end_kind) select identity_id, nextval('radius_session_ids'), date_trunc('month', now()), '', now(), now(), now(),"
                        + " case when identity_id %% 2 = 0 then now() end, case when identity_id %% 2 = 0 then 'STOP' end"
                        + " from identities where login_key like 'a:filler%%'")) {
            database.execute(insert.formatted(FIRST_CUSTOMER, FIRST_PRODUCT, MANY));
        }
        for (var table : List.of(
                "customers",
                "product_terms",
                "identities",
                "data_accounts",
                "usage_months",
                "usage_hours",
                "radius_sessions")) {
            database.execute("analyze " + table);
        }
    }
}
