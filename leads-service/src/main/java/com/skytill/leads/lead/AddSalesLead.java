package com.skytill.leads.lead;

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
final class AddSalesLead implements Update<AddSalesLead.Parameters, List<Lead>> {

    record Parameters(
            String name,
            String phone,
            String email,
            String companyName,
            String address,
            Double latitude,
            Double longitude,
            String source,
            String productId,
            String notes,
            String assignee) {}

    private final LeadStore store;
    private final Clock clock;

    AddSalesLead(LeadStore store, Clock clock) {
        this.store = store;
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
                        + " number or e-mail address.",
                "lead",
                LeadView.class);
    }

    @Override
    public Parameters read(ParameterReader in) {
        var parameters = new Parameters(
                in.text("name", "Whom to ask for").max(100).mandatory(),
                in.phone("phone", "A phone number; mandatory without an e-mail address")
                        .optional(),
                in.email("email", "An e-mail address; mandatory without a phone number")
                        .optional(),
                in.text("company_name", "The company").max(100).optional(),
                in.lines("address", "Where service is wanted").max(500).optional(),
                in.latitude("latitude", "Degrees north of the equator").optional(),
                in.longitude("longitude", "Degrees east of Greenwich").optional(),
                in.text("source", "Where the lead comes from, such as a promotion")
                        .max(100)
                        .optional(),
                in.text("product_id", "The product of interest: its ID or code")
                        .max(50)
                        .optional(),
                in.lines("notes", "Anything else").max(2000).optional(),
                in.text("assignee", "The user who looks after it").max(100).optional());
        if (!in.given("phone") && !in.given("email")) {
            in.refuse("phone", "is mandatory without an email");
        }
        in.bothOrNeither("latitude", "longitude");
        return parameters;
    }

    @Override
    public Uni<List<Lead>> check(Parameters parameters, Caller submitter) {
        return store.duplicates(parameters.phone(), parameters.email());
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, List<Lead> duplicates, Caller submitter) {
        var lead = new Lead();
        lead.status = LeadStatus.NEW;
        lead.name = parameters.name();
        lead.phone = parameters.phone();
        lead.email = parameters.email();
        lead.companyName = parameters.companyName();
        lead.address = parameters.address();
        lead.latitude = parameters.latitude();
        lead.longitude = parameters.longitude();
        lead.source = parameters.source();
        lead.productId = parameters.productId();
        lead.notes = parameters.notes();
        lead.assignee = parameters.assignee();
        lead.createdAt = clock.instant();
        return store.add(lead)
                .map(added -> Outcome.added("lead", added.leadId, LeadView.of(added))
                        .with(
                                "possible_duplicates",
                                duplicates.stream().map(LeadView::of).toList()));
    }
}
