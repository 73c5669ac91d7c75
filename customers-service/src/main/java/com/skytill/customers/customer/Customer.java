package com.skytill.customers.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

/** A person or company that buys from the WISP, as it is kept. */
@Entity
@Table(name = "customers")
class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "customer_id")
    Long customerId;

    @Column(name = "accounting_code")
    String accountingCode;

    @Enumerated(EnumType.STRING)
    CustomerKind kind;

    @Enumerated(EnumType.STRING)
    CustomerStatus status;

    @Column(name = "status_reason")
    String statusReason;

    @Column(name = "status_changed_at")
    Instant statusChangedAt;

    String name;

    @Column(name = "company_name")
    String companyName;

    @Column(name = "vat_number")
    String vatNumber;

    String phone;
    String email;

    @Column(name = "billing_group_id")
    long billingGroupId;

    @Column(name = "customer_group_id")
    Long customerGroupId;

    @Enumerated(EnumType.STRING)
    @Column(name = "payment_type")
    PaymentType paymentType;

    String address;
    Double latitude;
    Double longitude;
    String notes;

    /** Of leads-service: nobody here can check it. Null for a customer that was none. */
    @Column(name = "lead_id")
    Long leadId;

    @Column(name = "created_at")
    Instant createdAt;

    /** The database's own, like the three after it: see the migrations. */
    @Column(name = "phone_key", insertable = false, updatable = false)
    String phoneKey;

    @Column(name = "email_lower", insertable = false, updatable = false)
    String emailLower;

    @Column(name = "search_text", insertable = false, updatable = false)
    String searchText;

    @Column(name = "change_number", insertable = false, updatable = false)
    long changeNumber;
}
