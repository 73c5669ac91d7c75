package com.skytill.customers.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Customers who are billed on the same date (domain: billing group), as it is kept. */
@Entity
@Table(name = "billing_groups")
class BillingGroup {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "billing_group_id")
    Long billingGroupId;

    String name;

    @Column(name = "billing_day")
    int billingDay;
}
