package com.skytill.customers.contact;

import com.skytill.customers.word.WordList;
import com.skytill.platform.parameter.Parameter;
import com.skytill.platform.parameter.ParameterReader;

import java.util.Set;

/** What may be said of a contact, the same when it is added and changed. */
final class ContactParameters {

    private ContactParameters() {}

    static String customer(ParameterReader in) {
        return in.text("customer_id", "The customer's ID or accounting code")
                .max(20)
                .example("PIE001")
                .mandatory();
    }

    static Long contact(ParameterReader in) {
        return in.id("contact_id", "Which contact").mandatory();
    }

    static Parameter<String> name(ParameterReader in) {
        return in.text("name", "Whom to notify").max(100).example("Ann Botha");
    }

    static Parameter<String> position(ParameterReader in) {
        return in.text("position", "What they are to the customer: accountant, caretaker")
                .max(100)
                .example("Accountant");
    }

    static Parameter<String> phone(ParameterReader in) {
        return in.phone("phone", "Their phone number; at least one of this and email");
    }

    static Parameter<String> email(ParameterReader in) {
        return in.email("email", "Their e-mail address; at least one of this and phone");
    }

    static Set<NotificationRule> rules(ParameterReader in) {
        return WordList.readOrNone(in, "notification_rules", "What they are notified of", NotificationRule.class);
    }
}
