package com.skytill.customers.contact;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.Page;
import com.skytill.platform.list.PageRequest;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** A customer's contacts. */
@Singleton
final class GetCustomerContacts implements Query<GetCustomerContacts.Parameters> {

    record Parameters(String customer, PageRequest page) {}

    private final ContactStore store;

    GetCustomerContacts(ContactStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                        "get_customer_contacts",
                        Section.CUSTOMERS,
                        Permission.CUSTOMERS_READ,
                        "Lists the contacts of a customer",
                        "The customer itself is its first contact, own; the others follow in the order in which they were added.",
                        ContactView.class)
                .failingBy(ProblemCode.NOT_FOUND);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(ContactParameters.customer(in), in.page());
    }

    @Override
    public Uni<Page<ContactView>> answer(Parameters parameters, Caller caller) {
        return store.customer(parameters.customer())
                .flatMap(customer -> store.page(customer.customerId, parameters.page())
                        .map(contacts -> Page.of(
                                contacts.stream()
                                        .map(contact -> ContactView.of(contact, customer))
                                        .toList(),
                                parameters.page(),
                                ContactView::contactId)));
    }
}
