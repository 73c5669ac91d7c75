package com.skytill.e2e.customer;

import com.skytill.e2e.suite.DatabaseContents;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What staff decide about a customer, the RADIUS side learns by itself. */
@ExtendWith(SuiteExtension.class)
class CustomerStatusIT {

    private final RunningSuite suite;

    CustomerStatusIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void customerWhenSuspendedAndResumedThenKnownToVouchersServiceWithinAMinute() throws Exception {
        var group = suite.mustCall("add_billing_group", Map.of("name", "e2e " + UUID.randomUUID(), "billing_day", 1));
        var customer = suite.mustCall(
                "add_customer",
                Map.of(
                        "kind", "individual",
                        "name", "Lerato Mokoena",
                        "phone", "+27 82 555 0199",
                        "email", "lerato-" + UUID.randomUUID() + "@example.com",
                        "billing_group_id", group.number("/billing_group/billing_group_id")));
        long id = customer.number("/customer/customer_id");
        knownAs(id, "ACTIVE");
        suite.mustCall("suspend_customer", Map.of("customer_id", id, "reason", "Unpaid"));
        knownAs(id, "SUSPENDED");
        suite.mustCall("resume_customer", Map.of("customer_id", id, "reason", "Paid"));
        knownAs(id, "ACTIVE");
        assertEquals(
                "active",
                suite.mustCall("get_customer", Map.of("customer_id", id)).text("/status"));
    }

    private void knownAs(long customerId, String status) {
        await().atMost(60, SECONDS).until(() -> status.equals(known(customerId)));
    }

    private String known(long customerId) throws SQLException {
        try (var connection = DatabaseContents.connect(suite, "vouchers");
                var query = connection.prepareStatement("SELECT status FROM customers WHERE customer_id = ?")) {
            query.setLong(1, customerId);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "unknown";
            }
        }
    }
}
