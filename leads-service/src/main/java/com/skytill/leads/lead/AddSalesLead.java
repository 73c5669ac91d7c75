package com.skytill.leads.lead;

import com.skytill.leads.customer.KnownCustomerView;
import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;

/** Adds a sales lead, and tells which leads may be the same person. */
@Singleton
final class AddSalesLead implements Update<LeadFields, List<Lead>> {

    private final LeadStore store;
    private final KnownCustomers customers;
    private final Clock clock;

    AddSalesLead(LeadStore store, KnownCustomers customers, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_sales_lead",
                        Section.SALES_LEADS,
                        Permission.SALES_WRITE,
                        "Adds a sales lead",
                        "One of phone and email is mandatory. possible_duplicates of the answer has the leads with the same phone"
                                + " number or e-mail address, and possible_customers the customers; customers_checked is false"
                                + " when the customers could not be looked through: the caller lacks customers_read, or"
                                + " customers-service did not answer.",
                        "lead",
                        LeadView.class)
                .listing("possible_duplicates", LeadView.class)
                .showing("customers_checked", boolean.class)
                .listing("possible_customers", KnownCustomerView.class)
                .failingBy();
    }

    @Override
    public LeadFields read(ParameterReader in) {
        return LeadFields.readNew(in);
    }

    @Override
    public Uni<List<Lead>> check(LeadFields asked, Caller submitter) {
        return store.duplicates(asked.phone(), asked.email());
    }

    @Override
    public Uni<Outcome> apply(LeadFields asked, List<Lead> duplicates, Caller submitter) {
        var lead = new Lead();
        lead.status = LeadStatus.NEW;
        asked.putInto(lead);
        lead.createdAt = clock.instant();
        return customers
                .of(asked, submitter)
                .flatMap(known -> store.add(lead)
                        .map(added -> Outcome.added("lead", added.leadId, LeadView.of(added))
                                .with(
                                        "possible_duplicates",
                                        duplicates.stream().map(LeadView::of).toList())
                                .with("customers_checked", known.isPresent())
                                .with("possible_customers", known.orElse(List.of()))));
    }
}
