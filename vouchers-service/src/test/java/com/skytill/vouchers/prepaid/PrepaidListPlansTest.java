package com.skytill.vouchers.prepaid;

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

/** What the lists cost with a hundred thousand allocations of ten thousand accounts, in a database of its own. */
@QuarkusTest
@TestProfile(PrepaidListPlansTest.OwnDatabase.class)
class PrepaidListPlansTest {

    private static final String LIST = "get_prepaid_data_allocations";
    private static final String TABLE = "prepaid_allocation_rows";
    private static final String SOON = "2026-06-01T00:00:00Z";

    private static long first;

    @BeforeAll
    static void fill() {
        if (first > 0) {
            return;
        }
        try (var database = EngineDatabase.open()) {
            long product = InsertedAccounts.product(database, "PREPAID", 1_000L, "");
            database.execute("""
                    with added as (
                        insert into identities (kind, login_key, status, max_devices)
                        select case when i > 100000 then 'PREPAID' else 'VOUCHER' end, 'a:filler' || i, 'ACTIVE', 1
                        from generate_series(1, 110000) i
                        returning identity_id, login_key)
                    insert into data_accounts (account_id, customer_id, username, product_id, password_sealed, password_mac,
                        created_at, changed_at)
                    select identity_id, identity_id % 100, login_key, ?, '', '', now(), now() from added
                    where login_key like 'a:filler1_____' and login_key > 'a:filler100000'
                    """, product);
            first = database.number("select min(account_id) from data_accounts where username like 'a:filler%'");
            database.execute("""
                    insert into prepaid_allocations (account_id, product_id, product_code, product_name, price, status, data_quota,
                        max_devices, allocated_at, expires_at)
                    select ? + i % 10000, i % 100, 'P' || i % 100, 'P', 1,
                        case when i > 95000 then 'UNUSED' when i > 90000 then 'ACTIVE' when i % 1000 = 0 then 'TRANSFERRED'
                            when i % 2 = 0 then 'USED_UP' else 'EXPIRED' end,
                        1000, 1, timestamptz '2024-01-01 00:00Z' + i * interval '10 minutes', null
                    from generate_series(1, 100000) i
                    """, first);
            database.execute("update prepaid_allocations set first_used_at = allocated_at where status <> 'UNUSED'");
            database.execute("""
                    insert into product_terms (product_id, product_code, name, kind, status, price)
                    select i, 'P' || i, 'P' || i, (array['ACCOUNT', 'HOTSPOT', 'PREPAID'])[1 + i % 3],
                        case when i % 10 = 0 then 'RETIRED' else 'ACTIVE' end, 1
                    from generate_series(1, 20000) i on conflict do nothing
                    """);
            database.execute("vacuum (analyze) prepaid_allocations");
            database.execute("analyze identities, data_accounts, product_terms");
        }
    }

    @Test
    void noFilterOfTheAllocationsReadsTheWholeTable() {
        String middle = "2024-12-01T00:00:00Z";
        cheap(Map.of(), List.of());
        cheap(Map.of("account_id", first + 7), List.of(first + 7));
        cheap(Map.of("product_id", "P7"), List.of(7));
        cheap(Map.of("from", middle, "to", "2024-12-02T00:00:00Z"), List.of(middle, "2024-12-02T00:00:00Z"));
        cheap(Map.of("status", "transferred"), List.of("TRANSFERRED"));
        cheap(Map.of("account_id", first + 7, "status", "transferred"), List.of(first + 7, "TRANSFERRED"));
    }

    @Test
    void statusesThatUseAndTimeDecideAreReadByIndexToo() {
        cheap(Map.of("status", "used_up"), List.of("USED_UP"));
        cheap(Map.of("status", "expired"), List.of(SOON));
        cheap(Map.of("status", "unused"), List.of("UNUSED", SOON));
        cheap(Map.of("status", "active"), List.of(SOON));
    }

    @Test
    void productsAreReadByIndex() {
        try (var database = EngineDatabase.open()) {
            var plan = ListPlan.of("get_available_prepaid_products", "product_terms", Map.of());
            plan.requireCheap(database, List.of("PREPAID", "ACTIVE", 0, 51));
            plan.requireCheap(database, List.of("PREPAID", "ACTIVE", 15_000, 51));
        }
    }

    /** On its first page and on a deep one. */
    private static void cheap(Map<String, Object> filters, List<?> values) {
        try (var database = EngineDatabase.open()) {
            var plain = new ArrayList<Object>(values);
            plain.add(51);
            ListPlan.of(LIST, TABLE, filters).requireCheap(database, plain);

            long deep = database.number("select min(allocation_id) + 50000 from prepaid_allocations");
            Object at = database.rows(
                            "select allocated_at::text from prepaid_allocations where allocation_id = ?", deep)
                    .getFirst()
                    .getFirst();
            var parameters = new HashMap<String, Object>(filters);
            parameters.put("after", ListPlan.cursor(deep));
            var paged = new ArrayList<Object>(values.subList(0, values.size() - statuses(filters, values)));
            paged.addAll(List.of(at, deep));
            paged.addAll(values.subList(values.size() - statuses(filters, values), values.size()));
            paged.add(51);
            ListPlan.of(LIST, TABLE, parameters).requireCheap(database, paged);
        }
    }

    /** How many of the values are the status': they come after the cursor's. */
    private static int statuses(Map<String, Object> filters, List<?> values) {
        return !filters.containsKey("status") ? 0 : filters.containsKey("account_id") ? 1 : values.size();
    }

    public static final class OwnDatabase implements QuarkusTestProfile {}
}
