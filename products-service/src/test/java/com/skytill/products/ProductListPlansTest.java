package com.skytill.products;

import com.skytill.testing.plan.ExecutedSql;
import com.skytill.testing.plan.QueryPlan;
import com.skytill.testing.plan.ServiceDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static com.skytill.products.Api.DATA;
import static com.skytill.products.Api.NON_DATA;
import static com.skytill.products.Api.STAFF;
import static com.skytill.products.Api.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the lists' own SQL costs with a hundred thousand products of each sort, in a database of its own. */
@QuarkusTest
@TestProfile(ProductListPlansTest.OwnDatabase.class)
class ProductListPlansTest {

    // The sorts share their IDs: the data products have the first hundred thousand, the others those after them.
    private static final Map<String, String> DEEP = Map.of(DATA, "90000", NON_DATA, "190000");

    private static boolean filled;

    @BeforeAll
    static void fill() throws SQLException {
        if (filled) {
            return;
        }
        ServiceDatabase.run(
                "insert into product_groups (name) select 'Group ' || i from generate_series(1, 100) i",
                "insert into product_types (name) select 'Type ' || i from generate_series(1, 20) i",
                """
                insert into data_products (product_code, name, kind, status, price, download_kbps, upload_kbps,
                    add_overusage_on_topup, rollover_months, group_id, type_id, created_at, retired_at)
                select 'D-' || i, 'Product ' || i, (array['ACCOUNT', 'HOTSPOT', 'PREPAID'])[1 + i % 3],
                    case when i % 10 = 0 then 'RETIRED' else 'ACTIVE' end, 10, 1024, 512, false, 0,
                    1 + i % 100, 1 + i % 20, now(), case when i % 10 = 0 then now() end
                from generate_series(1, 100000) i
                """,
                """
                insert into non_data_products (product_code, name, status, price, billing_period, group_id, type_id,
                    created_at)
                select 'N-' || i, 'Other ' || i, 'ACTIVE', 10, 'MONTHLY', 1 + i % 100, 1 + i % 20, now()
                from generate_series(1, 100000) i
                """,
                "update data_products set price = 11 where product_id % 5000 = 0",
                "analyze data_products, non_data_products");
        filled = true;
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(DATA, Map.of(), List.of("'ACTIVE'")),
                Arguments.of(DATA, Map.of("kind", "hotspot"), List.of("'HOTSPOT'", "'ACTIVE'")),
                Arguments.of(DATA, Map.of("group_id", "7"), List.of("7", "'ACTIVE'")),
                Arguments.of(DATA, Map.of("type_id", "7"), List.of("7", "'ACTIVE'")),
                Arguments.of(DATA, Map.of("search", "d-77777"), List.of("'%d-77777%'", "'ACTIVE'")),
                Arguments.of(
                        DATA,
                        Map.of("kind", "hotspot", "group_id", "7", "type_id", "7"),
                        List.of("'HOTSPOT'", "7", "7", "'ACTIVE'")),
                Arguments.of(NON_DATA, Map.of(), List.of("'ACTIVE'")),
                Arguments.of(NON_DATA, Map.of("group_id", "7"), List.of("'ACTIVE'", "7")),
                Arguments.of(NON_DATA, Map.of("type_id", "7"), List.of("'ACTIVE'", "7")),
                Arguments.of(NON_DATA, Map.of("search", "n-77777"), List.of("'ACTIVE'", "'%n-77777%'")));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void noListReadsTheWholeTableNorCostsMoreWhenDeep(String list, Map<String, String> filters, List<String> values)
            throws SQLException {
        String sql = sql(list, filters);
        for (var mode : List.of("force_custom_plan", "force_generic_plan")) {
            var first = QueryPlan.executed(mode, sql, parameters("0", values)).assertNoScan();
            var deep = QueryPlan.executed(mode, sql, parameters(DEEP.get(list), values))
                    .assertNoScan();
            assertTrue(deep.buffers() <= 2 * first.buffers() + 50, () -> first + "\n" + deep);
        }
    }

    @Test
    void replicaReadsWhatChangedOnly() throws SQLException {
        long since = lastChange();
        String sql = sql(DATA, Map.of("changed_since", String.valueOf(since)));
        var parameters = List.of("0", String.valueOf(since), String.valueOf(Long.MAX_VALUE), "51");
        for (var mode : List.of("force_custom_plan", "force_generic_plan")) {
            QueryPlan.executed(mode, sql, parameters).assertNoScan();
        }
        var plan = QueryPlan.executed("force_custom_plan", sql, parameters);
        plan.assertUses("data_products_change");
        assertTrue(plan.buffers() < 100, plan::toString);
    }

    @Test
    void rareSearchUsesTheTrigrams() throws SQLException {
        QueryPlan.of(sql(DATA, Map.of("search", "d-77777")), parameters("0", List.of("'%d-77777%'", "'ACTIVE'")))
                .assertUses("data_products_search");
        assertEquals(
                1,
                get(STAFF, DATA, Map.of("search", "D-77777"))
                        .jsonPath()
                        .getList("items")
                        .size());
    }

    @Test
    void referencesByCodeAndIdUseAnIndex() throws SQLException {
        for (var table : List.of("data_products", "non_data_products")) {
            for (var condition : List.of("lower(product_code) = lower($1)", "product_id = $1")) {
                String sql = "select product_id from " + table + " where " + condition + " for no key update";
                QueryPlan.of(sql, List.of(condition.startsWith("lower") ? "'d-9'" : "9"))
                        .assertNoScan();
            }
        }
    }

    /** The list's own statement, as it is sent for the first page with those filters and for a later one. */
    private static String sql(String list, Map<String, String> filters) {
        var parameters = new HashMap<String, String>(filters);
        parameters.put("after", cursor(5));
        try (var executed = new ExecutedSql()) {
            get(STAFF, list, parameters).then().statusCode(200);
            return executed.query(list.equals(DATA) ? "data_products" : "non_data_products", "order by");
        }
    }

    private static List<String> parameters(String after, List<String> values) {
        var all = new ArrayList<String>();
        all.add(after);
        all.addAll(values);
        all.add("51");
        return all;
    }

    private static long lastChange() throws SQLException {
        try (var connection = ServiceDatabase.open();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select max(change_number) from data_products")) {
            assertTrue(row.next());
            return row.getLong(1);
        }
    }

    private static String cursor(long id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("id:" + id).getBytes(StandardCharsets.UTF_8));
    }

    public static final class OwnDatabase implements QuarkusTestProfile {}
}
