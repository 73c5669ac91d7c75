package com.skytill.leads.lead;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Instant;

/** A sales lead as answers show it. For Jackson. */
@RegisterForReflection
record LeadView(
        long leadId,
        LeadStatus status,
        String name,
        String companyName,
        String phone,
        String email,
        String address,
        Double latitude,
        Double longitude,
        String source,
        String productId,
        String notes,
        String assignee,
        Long customerId,
        Instant createdAt) {

    static LeadView of(Lead lead) {
        return new LeadView(
                lead.leadId,
                lead.status,
                lead.name,
                lead.companyName,
                lead.phone,
                lead.email,
                lead.address,
                lead.latitude,
                lead.longitude,
                lead.source,
                lead.productId,
                lead.notes,
                lead.assignee,
                lead.customerId,
                lead.createdAt);
    }
}
