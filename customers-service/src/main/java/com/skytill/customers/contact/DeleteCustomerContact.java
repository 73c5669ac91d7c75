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

/** Takes a contact out, unless nobody would then be notified of something. */
@Singleton
final class DeleteCustomerContact implements Update<Long, Contacts> {

    private final ContactStore store;

    DeleteCustomerContact(ContactStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "delete_customer_contact",
                        Section.CUSTOMERS,
                        Permission.CUSTOMERS_WRITE,
                        "Deletes a contact of a customer",
                        "Not the customer's own contact, nor the last one that has a notification rule.",
                        "contact",
                        ContactView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.RULE_VIOLATED);
    }

    @Override
    public Long read(ParameterReader in) {
        return ContactParameters.contact(in);
    }

    @Override
    public Uni<Contacts> check(Long contactId, Caller submitter) {
        return store.lockAround(contactId).invoke(contacts -> {
            var contact = contacts.get(contactId);
            if (contact.own) {
                throw new ProblemException(
                        ProblemCode.RULE_VIOLATED, "This contact is the customer itself; it may have no rules instead");
            }
            contacts.stayCovered(contact, Set.of());
        });
    }

    @Override
    public Uni<Outcome> apply(Long contactId, Contacts contacts, Caller submitter) {
        var contact = contacts.get(contactId);
        var view = ContactView.of(contact, contacts.customer());
        return store.remove(contact).replaceWith(() -> Outcome.changed("contact", contactId, view));
    }
}
