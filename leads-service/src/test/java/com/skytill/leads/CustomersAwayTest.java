package com.skytill.leads;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static com.skytill.leads.Api.email;
import static com.skytill.leads.Api.lead;
import static com.skytill.leads.Api.phone;
import static com.skytill.leads.Api.post;
import static org.hamcrest.Matchers.equalTo;

/** customers-service does not run at all. */
@QuarkusTest
@TestProfile(CustomersAwayTest.Nowhere.class)
class CustomersAwayTest {

    /** An address where nothing listens: a port that only privileged programs could take, and none does. */
    public static final class Nowhere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("skytill.customers.url", "http://127.0.0.1:1");
        }
    }

    @Test
    void leadsAreAddedAndListedAllTheSame() {
        String email = email();
        post("add_sales_lead", Map.of("name", "Piet", "email", email))
                .then()
                .statusCode(201)
                .body("customers_checked", equalTo(false));
        post("get_sales_leads", Map.of("search", email)).then().body("items.size()", equalTo(1));
    }

    @Test
    void conversionSaysSoAndLeavesNothingBehind() {
        int id = lead(Map.of("name", "Piet", "email", email(), "phone", phone()));
        post("convert_sales_lead", Map.of("lead_id", id, "kind", "individual", "billing_group_id", 1))
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("code", equalTo("upstream_unavailable"));
        // It is known that nothing was sent: the lead is free.
        post("update_sales_lead", Map.of("lead_id", id, "status", "lost"))
                .then()
                .statusCode(200)
                .body("lead.status", equalTo("lost"));
    }
}
