package com.skytill.customers.contact;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.Set;

/** Changes a contact, or what it is notified of. */
@Singleton
final class UpdateCustomerContact implements Update<UpdateCustomerContact.Parameters, Contacts> {

    record Parameters(
            Long contactId, String name, String position, String phone, String email, Set<NotificationRule> rules) {

        boolean changesPerson() {
            return name != null || position != null || phone != null || email != null;
        }
    }

    private final ContactStore store;

    UpdateCustomerContact(ContactStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "update_customer_contact",
                        Section.CUSTOMERS,
                        Permission.CUSTOMERS_WRITE,
                        "Changes a contact of a customer",
                        "What is not given stays as it is. A rule can't be taken from the last contact that has it. Of the customer's own"
                                + " contact only the rules are changed here: the rest is the customer's.",
                        "contact",
                        ContactView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.RULE_VIOLATED);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                ContactParameters.contact(in),
                ContactParameters.name(in).optional(),
                ContactParameters.position(in).optional(),
                ContactParameters.phone(in).optional(),
                ContactParameters.email(in).optional(),
                ContactParameters.rules(in));
    }

    @Override
    public Uni<Contacts> check(Parameters parameters, Caller submitter) {
        return store.lockAround(parameters.contactId()).invoke(contacts -> {
            var contact = contacts.get(parameters.contactId());
            if (contact.own && parameters.changesPerson()) {
                throw new ProblemException(
                        ProblemCode.RULE_VIOLATED, "This contact is the customer itself; use update_customer");
            }
            if (parameters.rules() != null) {
                contacts.stayCovered(contact, parameters.rules());
            }
        });
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Contacts contacts, Caller submitter) {
        var contact = contacts.get(parameters.contactId());
        contact.name = parameters.name() == null ? contact.name : parameters.name();
        contact.position = parameters.position() == null ? contact.position : parameters.position();
        contact.phone = parameters.phone() == null ? contact.phone : parameters.phone();
        contact.email = parameters.email() == null ? contact.email : parameters.email();
        if (parameters.rules() != null) {
            contact.rules(parameters.rules());
        }
        var view = ContactView.of(contact, contacts.customer());
        return Uni.createFrom().item(Outcome.changed("contact", contact.contactId, view));
    }
}
