package com.skytill.leads.lead;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

/** Somebody who may become a customer, as it is kept. */
@Entity
@Table(name = "sales_leads")
class Lead {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "lead_id")
    Long leadId;

    @Enumerated(EnumType.STRING)
    LeadStatus status;

    String name;

    @Column(name = "company_name")
    String companyName;

    String phone;
    String email;
    String address;
    Double latitude;
    Double longitude;
    String source;

    /** As it was written: an ID or a code of products-service's. */
    @Column(name = "product_id")
    String productId;

    String notes;
    String assignee;

    @Column(name = "created_at")
    Instant createdAt;

    /** The customer that a won lead has become; customers-service's ID. */
    @Column(name = "customer_id")
    Long customerId;

    /** The database's own: see the migration. */
    @Column(name = "phone_key", insertable = false, updatable = false)
    String phoneKey;

    /** The database's own: see the migration. */
    @Column(name = "email_lower", insertable = false, updatable = false)
    String emailLower;

    /** The database's own: see the migration. */
    @Column(name = "search_text", insertable = false, updatable = false)
    String searchText;
}
