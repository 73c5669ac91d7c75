package com.skytill.customers.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Customers who have something in common (domain: customer group), as it is kept. */
@Entity
@Table(name = "customer_groups")
class CustomerGroup {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "customer_group_id")
    Long customerGroupId;

    String name;
}
