package com.skytill.customers.contact;

import org.hibernate.annotations.Immutable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a customer's own contact takes from the customer. */
@Entity
@Immutable
@Table(name = "customers")
class CustomerSelf {

    @Id
    @Column(name = "customer_id")
    Long customerId;

    String name;
    String phone;
    String email;
}
