package com.skytill.customers.contact;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;

/** Adds somebody to notify about a customer. */
@Singleton
final class AddCustomerContact implements Update<AddCustomerContact.Parameters, CustomerSelf> {

    record Parameters(
            String customer, String name, String position, String phone, String email, Set<NotificationRule> rules) {}

    private final ContactStore store;
    private final Clock clock;

    AddCustomerContact(ContactStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_customer_contact",
                        Section.CUSTOMERS,
                        Permission.CUSTOMERS_WRITE,
                        "Adds a contact of a customer",
                        "Every customer begins with itself as the contact for all notification rules; who else has a rule is notified"
                                + " too. Without notification_rules the contact is only kept.",
                        "contact",
                        ContactView.class)
                .failingBy(ProblemCode.NOT_FOUND);
    }

    @Override
    public Parameters read(ParameterReader in) {
        var parameters = new Parameters(
                ContactParameters.customer(in),
                ContactParameters.name(in).mandatory(),
                ContactParameters.position(in).optional(),
                ContactParameters.phone(in).optional(),
                ContactParameters.email(in).optional(),
                Objects.requireNonNullElse(ContactParameters.rules(in), Set.of()));
        if (!in.given("phone") && !in.given("email")) {
            in.refuse("phone", "give this or email");
        }
        return parameters;
    }

    @Override
    public Uni<CustomerSelf> check(Parameters parameters, Caller submitter) {
        return store.customer(parameters.customer());
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, CustomerSelf customer, Caller submitter) {
        var contact = new Contact();
        contact.customerId = customer.customerId;
        contact.name = parameters.name();
        contact.position = parameters.position();
        contact.phone = parameters.phone();
        contact.email = parameters.email();
        contact.rules(parameters.rules());
        contact.createdAt = clock.instant();
        return store.add(contact)
                .map(added -> Outcome.added("contact", added.contactId, ContactView.of(added, customer)));
    }
}
