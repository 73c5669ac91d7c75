package com.skytill.customers.contact;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Instant;
import java.util.List;

/** A contact as answers show it. For Jackson. */
@RegisterForReflection
record ContactView(
        long contactId,
        long customerId,
        boolean own,
        String name,
        String position,
        String phone,
        String email,
        List<NotificationRule> notificationRules,
        Instant createdAt) {

    ContactView {
        notificationRules = List.copyOf(notificationRules);
    }

    static ContactView of(Contact contact, CustomerSelf self) {
        return new ContactView(
                contact.contactId,
                contact.customerId,
                contact.own,
                contact.own ? self.name : contact.name,
                contact.position,
                contact.own ? self.phone : contact.phone,
                contact.own ? self.email : contact.email,
                contact.rules().stream().sorted().toList(),
                contact.createdAt);
    }
}
