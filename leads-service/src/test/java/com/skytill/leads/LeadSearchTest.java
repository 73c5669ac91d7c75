package com.skytill.leads;

import com.skytill.testing.plan.ExecutedSql;
import com.skytill.testing.plan.QueryPlan;
import com.skytill.testing.plan.ServiceDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static com.skytill.leads.Api.post;
import static org.hamcrest.Matchers.equalTo;

/** Searches among 100 000 leads: right, and by an index, as PostgreSQL plans the very statements that the service sends. */
@QuarkusTest
class LeadSearchTest {

    private static final int MANY = 100_000;
    private static final String NAME = "Anna Wednesbury 100% O'Brien_x!";

    private static boolean filled;

    @BeforeAll
    static void fill() throws SQLException {
        if (filled) {
            return;
        }
        ServiceDatabase.run("""
                insert into sales_leads (status, customer_id, name, phone, email, source, assignee, created_at)
                select case i % 100 when 0 then 'WON' else 'NEW' end, case i % 100 when 0 then i end,
                    'Filler ' || md5(i::text), '+27 82 ' || lpad(i::text, 7, '0'), md5((i + 3)::text) || '@example.org',
                    'Source ' || i % 50, 'user' || i % 50, timestamptz '2020-01-01' + i * interval '1 minute'
                from generate_series(1, 100000) i
                """, """
                insert into sales_leads (status, name, company_name, address, phone, email, source, assignee, created_at)
                values ('NEW', 'Anna Wednesbury 100% O''Brien_x!', 'Mill Works', '17 Long Street', '+27 11 777 0077',
                    'wednes@mail.example.com', 'Wednes Fair', 'anna.w', '2031-01-01T12:00:00Z')
                """, "analyze sales_leads");
        filled = true;
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
        try (var executed = new ExecutedSql()) {
            Api.lead(Map.of("name", "Somebody", "email", Api.email(), "phone", Api.phone()));
            QueryPlan.of(
                            executed.query("sales_leads", "email_lower="),
                            List.of("'0117770077'", "'x@example.org'", "10"))
                    .assertUses("sales_leads_email");
        }
    }

    private static ValidatableResponse found(Map<String, ?> filters) {
        return post("get_sales_leads", filters).then().statusCode(200);
    }

    /** Explains what the service sends for the request, after its page and before its limit; for the last page as for the first. */
    private static void explain(String index, Map<String, ?> filters, String... values) throws SQLException {
        String list;
        try (var executed = new ExecutedSql()) {
            found(filters);
            list = executed.query("sales_leads", "order by");
        }
        for (String after : List.of("0", String.valueOf(MANY - 100))) {
            var all = new ArrayList<String>();
            all.add(after);
            all.addAll(List.of(values));
            all.add("51");
            // Of the last hundred leads it is quicker to look at each.
            QueryPlan.of(list, all).assertUses("0".equals(after) ? index : "sales_leads_");
        }
    }
}
