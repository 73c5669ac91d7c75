package com.skytill.customers.contact;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A customer and all of its contacts, locked: each notification rule stays covered by one of them. */
record Contacts(CustomerSelf customer, List<Contact> all) {

    Contacts {
        all = List.copyOf(all);
    }

    /** The contact with that ID, which is one of them. */
    Contact get(long contactId) {
        return all.stream()
                .filter(contact -> contact.contactId == contactId)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("contact"));
    }

    /** Fails when nobody would be notified of something once the contact has only these rules. */
    void stayCovered(Contact changed, Set<NotificationRule> rules) {
        var open = EnumSet.allOf(NotificationRule.class);
        open.removeAll(rules);
        all.stream().filter(contact -> contact != changed).forEach(contact -> open.removeAll(contact.rules()));
        if (!open.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.RULE_VIOLATED,
                    "Another contact must have these notification rules first: "
                            + open.stream()
                                    .map(rule -> rule.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ")));
        }
    }
}
