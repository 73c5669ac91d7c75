package com.skytill.customers.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Somebody to notify about a customer (domain: contact), as it is kept. */
@Entity
@Table(name = "customer_contacts")
class Contact {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "contact_id")
    Long contactId;

    @Column(name = "customer_id")
    long customerId;

    /** The customer itself: its name, phone number and e-mail address are the customer's, and null here. */
    boolean own;

    String name;
    String position;
    String phone;
    String email;

    /** Space separated. */
    @Column(name = "notification_rules")
    String notificationRules;

    @Column(name = "created_at")
    Instant createdAt;

    Set<NotificationRule> rules() {
        return Arrays.stream(notificationRules.split(" "))
                .filter(rule -> !rule.isEmpty())
                .map(NotificationRule::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(NotificationRule.class)));
    }

    void rules(Set<NotificationRule> rules) {
        notificationRules = rules.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }
}
