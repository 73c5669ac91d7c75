package com.skytill.local.demonstration;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds the sales leads and moves each as far as it comes. */
final class LeadLoader {

    private static final String NEW = "new";
    private static final String WON = "won";

    private final Calls calls;
    private final Map<String, JsonNode> known = new HashMap<>();
    private long billingGroup;

    LeadLoader(Calls calls) {
        this.calls = calls;
    }

    void load(List<Lead> leads) throws IOException, InterruptedException, DemonstrationFailure {
        billingGroup = calls.list("get_billing_groups", Map.of())
                .getFirst()
                .path("billing_group_id")
                .asLong();
        for (var lead : calls.list("get_sales_leads", Map.of())) {
            known.put(lead.path("email").asText(), lead);
        }
        Parallel.each(leads, this::load);
    }

    private void load(Lead lead) throws IOException, InterruptedException, DemonstrationFailure {
        var there = known.get(lead.email());
        if (there == null) {
            there = calls.update("add_sales_lead", lead.parameters(), lead.email())
                    .path("lead");
        }
        // Where staff has moved one meanwhile, it stays.
        if (there.path("status").asText().equals(NEW)) {
            move(lead, there.path("lead_id").asLong());
        }
    }

    private void move(Lead lead, long id) throws IOException, InterruptedException, DemonstrationFailure {
        switch (lead.status()) {
            case NEW -> {}
            case WON ->
                calls.update(
                        "convert_sales_lead",
                        Map.of(
                                "lead_id",
                                id,
                                "kind",
                                lead.companyName().isEmpty() ? "individual" : "company",
                                "billing_group_id",
                                billingGroup),
                        lead.email());
            default -> calls.update("update_sales_lead", Map.of("lead_id", id, "status", lead.status()), lead.email());
        }
    }
}
