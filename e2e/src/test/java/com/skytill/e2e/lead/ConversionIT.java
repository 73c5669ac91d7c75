package com.skytill.e2e.lead;

import com.skytill.e2e.suite.DatabaseContents;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.e2e.token.OAuth;
import com.skytill.local.api.ApiAnswer;
import com.skytill.local.suite.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A sales lead becomes one customer of the real customers-service, whatever becomes of the calls and the processes. */
@ExtendWith(SuiteExtension.class)
class ConversionIT {

    private static final Duration PROMISED = Duration.ofSeconds(3);

    private final RunningSuite suite;
    private final String email = "lead-" + UUID.randomUUID() + "@example.org";
    private final long group;

    ConversionIT(RunningSuite suite) throws Exception {
        this.suite = suite;
        this.group = suite.mustCall("add_billing_group", Map.of("name", "Leads " + UUID.randomUUID(), "billing_day", 1))
                .number("/billing_group/billing_group_id");
    }

    @Test
    void leadWhenConvertedThenItsCustomerAndItKnowEachOther() throws Exception {
        long lead = lead();
        var converted = convert(lead);
        assertEquals(200, converted.status(), converted.body());
        long customer = converted.number("/customer/customer_id");
        assertEquals(customer, converted.number("/lead/customer_id"));
        var found = suite.mustCall("get_customer", Map.of("customer_id", customer));
        assertEquals(lead, found.number("/lead_id"));
        assertEquals(email, found.text("/email"));
        assertEquals(group, found.number("/billing_group_id"));
        assertWon(lead, customer);
    }

    @Test
    void leadWhenConvertedAgainThenItStaysTheSameCustomers() throws Exception {
        long lead = lead();
        var keyed = new TreeMap<String, Object>(parameters(lead));
        keyed.put("idempotency_key", UUID.randomUUID().toString());
        var first = suite.mustCall("convert_sales_lead", keyed);
        long customer = first.number("/customer/customer_id");

        var replayed = suite.mustCall("convert_sales_lead", keyed);
        assertEquals(first.body(), replayed.body());
        var again = convert(lead);
        assertEquals(409, again.status(), again.body());
        assertEquals("illegal_state", again.code());
        assertTrue(again.text("/detail").contains("customer " + customer), again.body());
        assertWon(lead, customer);
    }

    @Test
    void leadWhenConvertedByManyAtOnceThenOneCustomer() throws Exception {
        long lead = lead();
        var calls = new ArrayList<Callable<ApiAnswer>>();
        for (int call = 0; call < 8; call++) {
            calls.add(() -> convert(lead));
        }
        long customer = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answered : threads.invokeAll(calls)) {
                var answer = answered.get();
                assertTrue(Set.of(200, 409).contains(answer.status()), answer.body());
                if (answer.status() == 200) {
                    assertEquals(0, customer, "converted twice");
                    customer = answer.number("/customer/customer_id");
                }
            }
        }
        assertWon(lead, customer);
    }

    @Test
    void leadWhenCallerMayNotAddCustomersThenNothingIsMade() throws Exception {
        long lead = lead();
        var before = DatabaseContents.of(suite);
        var refused = suite.api()
                .post(
                        "convert_sales_lead",
                        parameters(lead),
                        new OAuth(suite).token("sales_write review_write customers_read"));
        assertEquals(403, refused.status(), refused.body());
        assertEquals("insufficient_permission", refused.code());
        assertTrue(refused.text("/detail").contains("customers_write"), refused.body());
        assertNothingMade(before);
    }

    @Test
    void leadWhenCustomersServiceIsDownThenNothingIsHalfDoneAndLaterItWorks() throws Exception {
        long lead = lead();
        var before = DatabaseContents.of(suite);
        suite.suite().stop(Service.CUSTOMERS);
        try {
            var refused = convertInTime(lead);
            assertTrue(Set.of(503, 504).contains(refused.status()), refused.body());
            assertEquals(
                    "new",
                    suite.mustCall("get_sales_lead", Map.of("lead_id", lead)).text("/status"));
            assertNothingMade(before);
        } finally {
            suite.suite().start(Service.CUSTOMERS);
        }
        var converted = convert(lead);
        assertEquals(200, converted.status(), converted.body());
        assertWon(lead, converted.number("/customer/customer_id"));
    }

    @Test
    void leadWhenCustomersServiceHangsThenToldInTimeAndOneCustomerComesOfIt() throws Exception {
        long lead = lead();
        signal("STOP");
        try {
            var late = convertInTime(lead);
            assertEquals(504, late.status(), late.body());
            assertEquals("upstream_timeout", late.code());
        } finally {
            signal("CONT");
        }
        // The first call may run now, after it was given up: the second finds its customer, or adds it.
        var converted = convert(lead);
        assertEquals(200, converted.status(), converted.body());
        assertWon(lead, converted.number("/customer/customer_id"));
    }

    private ApiAnswer convertInTime(long lead) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var answer = convert(lead);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(took.compareTo(PROMISED) < 0, () -> "took " + took);
        return answer;
    }

    private ApiAnswer convert(long lead) throws IOException, InterruptedException {
        return suite.call("convert_sales_lead", parameters(lead));
    }

    private Map<String, Object> parameters(long lead) {
        return Map.of("lead_id", lead, "kind", "individual", "billing_group_id", group);
    }

    private long lead() throws IOException, InterruptedException {
        return suite.mustCall(
                        "add_sales_lead", Map.of("name", "Lerato Mokoena", "phone", "082 555 0177", "email", email))
                .number("/lead/lead_id");
    }

    /** The lead is that customer, and there is no other one. */
    private void assertWon(long lead, long customer) throws IOException, InterruptedException {
        var won = suite.mustCall("get_sales_lead", Map.of("lead_id", lead));
        assertEquals("won", won.text("/status"));
        assertEquals(customer, won.number("/customer_id"));
        for (var filter : Map.of("email", email, "lead_id", lead).entrySet()) {
            var customers = suite.mustCall("get_customers", Map.of(filter.getKey(), filter.getValue()))
                    .json()
                    .path("items");
            assertEquals(1, customers.size(), customers.toString());
            assertEquals(customer, customers.path(0).path("customer_id").asLong());
        }
    }

    /** Neither a customer nor a trace of one; what other services do meanwhile is no matter. */
    private void assertNothingMade(DatabaseContents before) throws SQLException {
        var changes = new TreeMap<>(DatabaseContents.of(suite).changesSince(before));
        changes.keySet().removeIf(table -> !table.startsWith("customers.") && !table.startsWith("leads."));
        assertEquals(Map.of(), changes);
    }

    private void signal(String name) throws IOException, InterruptedException {
        var pid = Long.toString(suite.suite().process(Service.CUSTOMERS).pid());
        assertEquals(0, new ProcessBuilder("kill", "-" + name, pid).start().waitFor());
    }
}
