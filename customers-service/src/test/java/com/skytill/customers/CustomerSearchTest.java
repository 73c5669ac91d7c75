package com.skytill.customers;

import com.skytill.testing.plan.ExecutedSql;
import com.skytill.testing.plan.QueryPlan;
import com.skytill.testing.plan.ServiceDatabase;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static com.skytill.customers.Api.STAFF;
import static com.skytill.customers.Api.get;
import static com.skytill.customers.Api.individual;
import static com.skytill.customers.Api.post;
import static org.hamcrest.Matchers.equalTo;

/** Searches among 100 000 customers: right, and by an index, as PostgreSQL plans the very statements that the service sends. */
@QuarkusTest
class CustomerSearchTest {

    private static final int MANY = 100_000;

    private static boolean filled;

    @BeforeAll
    static void fill() throws SQLException {
        if (filled) {
            return;
        }
        ServiceDatabase.run(
                "insert into billing_groups (name, billing_day) select 'Filled ' || i, 5 from generate_series(1, 50) i",
                "insert into customer_groups (name) select 'Filled ' || i from generate_series(1, 50) i",
                """
                insert into customers (accounting_code, kind, status, name, company_name, phone, email, billing_group_id,
                    customer_group_id, created_at)
                select 'F' || i || 'F', case i % 100 when 0 then 'COMPANY' else 'INDIVIDUAL' end,
                    case i % 100 when 1 then 'SUSPENDED' else 'ACTIVE' end, 'Filler ' || md5(i::text),
                    case i % 100 when 0 then 'Company ' || md5((i + 7)::text) end, '+27 82 ' || lpad(i::text, 7, '0'),
                    md5((i + 3)::text) || '@example.org', (select min(billing_group_id) from billing_groups) + i % 50,
                    (select min(customer_group_id) from customer_groups) + i % 50, now()
                from generate_series(1, 100000) i
                """,
                """
                insert into customers (accounting_code, kind, status, name, phone, email, billing_group_id, created_at)
                select 'WDN77', 'INDIVIDUAL', 'ACTIVE', 'Anna Wednesbury 100% O''Brien_x!', '+27 11 777 0077',
                    'wednes@mail.example.com', min(billing_group_id), now()
                from billing_groups
                """,
                "analyze customers");
        filled = true;
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
        try (var executed = new ExecutedSql()) {
            post(STAFF, "add_customer", individual("Somebody", Api.billingGroup()))
                    .then()
                    .statusCode(201);
            QueryPlan.of(executed.query("customers", "email_lower="), List.of("'0117770077'", "'x@example.org'", "10"))
                    .assertUses("customers_email");
        }
    }

    /** Explains what the service sends for the request, after its page and before its limit; for the last page as for the first. */
    private static void explain(String index, Map<String, ?> filters, String... values) throws SQLException {
        String list;
        try (var executed = new ExecutedSql()) {
            get(STAFF, "get_customers", filters).then().statusCode(200);
            list = executed.query("customers", "order by");
        }
        for (String after : List.of("0", String.valueOf(MANY - 100))) {
            var all = new ArrayList<String>();
            all.add(after);
            all.addAll(List.of(values));
            all.add("51");
            // Of the last hundred customers it is quicker to look at each.
            QueryPlan.of(list, all).assertUses("0".equals(after) ? index : "customers_");
        }
    }
}
