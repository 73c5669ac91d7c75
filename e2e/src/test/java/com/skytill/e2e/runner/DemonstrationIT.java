package com.skytill.e2e.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.local.demonstration.Demonstration;
import com.skytill.local.demonstration.Size;
import com.skytill.local.suite.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A small part of what {@code ./skytill up --demo} adds: the lists show it, it agrees with itself, and it is added once. */
@ExtendWith(SuiteExtension.class)
class DemonstrationIT {

    private static final Size SMALL = new Size(0.05);
    private static final List<String> LISTS = List.of(
            "get_users",
            "get_available_data_products",
            "get_available_non_data_products",
            "get_available_product_groups",
            "get_available_fup_speed_limit_policies",
            "get_available_fup_speed_boost_policies",
            "get_billing_groups",
            "get_customer_groups",
            "get_customers",
            "get_helpdesk_departments",
            "get_helpdesk_tickets",
            "get_sales_leads",
            "get_available_hotspot_list",
            "get_hotspot_vouchers");

    private final RunningSuite suite;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    DemonstrationIT(RunningSuite suite) {
        this.suite = suite;
    }

    @BeforeEach
    void load() throws Exception {
        demonstration().load();
    }

    @Test
    void loadedThenListsShowIt() throws Exception {
        for (var list : LISTS) {
            assertFalse(items(list, Map.of()).isEmpty(), list);
        }
        assertTrue(items("get_customers", Map.of()).size() >= 100);
        assertFalse(items("get_customers", Map.of("kind", "company")).isEmpty());
        assertFalse(items("get_hotspot_vouchers", Map.of("product_id", "hotspot-1gb"))
                .isEmpty());
    }

    @Test
    void loadedAgainThenNothingIsAdded() throws Exception {
        var before = contents();

        demonstration().load();
        assertTrue(
                told.toString(StandardCharsets.UTF_8).contains("are there already"),
                told.toString(StandardCharsets.UTF_8));
        // As after an interruption: each thing is looked up.
        demonstration().fill();

        assertEquals(before, contents());
    }

    @Test
    void usageThenTheSumOfTheSessions() throws Exception {
        int used = 0;
        for (var voucher : vouchers()) {
            var usage = suite.mustCall(
                            "get_hotspot_voucher_usage",
                            Map.of("voucher_id", voucher.path("voucher_id").asLong()))
                    .json();
            long bytes = 0;
            for (var session : usage.path("sessions")) {
                bytes += session.path("data_up").asLong()
                        + session.path("data_down").asLong();
            }
            assertEquals(usage.path("data_used").asLong(), bytes, usage.toString());
            assertEquals(voucher.path("data_used").asLong(), bytes, usage.toString());
            assertTrue(
                    !voucher.hasNonNull("data_quota")
                            || bytes <= voucher.path("data_quota").asLong(),
                    usage.toString());
            assertEquals(0, usage.path("sessions_online").asLong(), usage.toString());
            used += bytes > 0 ? 1 : 0;
        }
        assertTrue(used >= 5, "Used vouchers: " + used);
    }

    private Demonstration demonstration() throws IOException {
        var progress = new Progress(new PrintStream(told, true, StandardCharsets.UTF_8));
        return new Demonstration(suite.home(), suite.suite().database(), progress, SMALL);
    }

    private List<JsonNode> vouchers() throws IOException, InterruptedException {
        return items("get_hotspot_vouchers", Map.of()).stream()
                .filter(voucher -> voucher.path("voucher_comment").asText().matches("Sale [0-9]{4}, .*"))
                .toList();
    }

    /** How many there are of each, and every voucher with what it has used. */
    private Map<String, String> contents() throws IOException, InterruptedException {
        var contents = new TreeMap<String, String>();
        for (var list : LISTS) {
            contents.put(list, Integer.toString(items(list, Map.of()).size()));
        }
        contents.put("vouchers", vouchers().toString());
        return contents;
    }

    private List<JsonNode> items(String operation, Map<String, Object> filter)
            throws IOException, InterruptedException {
        var items = new ArrayList<JsonNode>();
        var parameters = new TreeMap<>(filter);
        parameters.put("limit", 500);
        while (true) {
            var answer = suite.mustCall(operation, parameters).json();
            answer.path("items").forEach(items::add);
            if (!answer.hasNonNull("next")) {
                return items;
            }
            parameters.put("after", answer.path("next").asText());
        }
    }
}
