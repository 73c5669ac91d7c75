package com.skytill.leads.lead;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** One sales lead. */
@Singleton
final class GetSalesLead implements Query<Long> {

    private final LeadStore store;

    GetSalesLead(LeadStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.one(
                "get_sales_lead",
                Section.SALES_LEADS,
                Permission.SALES_READ,
                "Shows a sales lead",
                "A won lead has the customer_id of the customer that it became.",
                LeadView.class);
    }

    @Override
    public Long read(ParameterReader in) {
        return in.id("lead_id", "The lead").mandatory();
    }

    @Override
    public Uni<LeadView> answer(Long leadId, Caller caller) {
        return store.find(leadId)
                .map(found -> found.map(LeadView::of).orElseThrow(() -> ProblemException.notFound("lead")));
    }
}
