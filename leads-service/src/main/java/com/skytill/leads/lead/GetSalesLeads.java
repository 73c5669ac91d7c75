package com.skytill.leads.lead;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.Page;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** The sales leads. */
@Singleton
final class GetSalesLeads implements Query<LeadFilter> {

    private final LeadStore store;

    GetSalesLeads(LeadStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_sales_leads",
                Section.SALES_LEADS,
                Permission.SALES_READ,
                "Lists the sales leads",
                "In the order in which they were added. A search of one or two characters finds the beginnings of words.",
                LeadView.class);
    }

    @Override
    public LeadFilter read(ParameterReader in) {
        return new LeadFilter(
                in.choice("status", "Only leads that have come so far", LeadStatus.class)
                        .optional(),
                in.text("source", "Only leads from this source, in whatever case")
                        .max(100)
                        .example("Winter fair")
                        .optional(),
                in.text("assignee", "Only leads that this user looks after, in whatever case")
                        .max(100)
                        .example("thandi")
                        .optional(),
                search(in.text("search", "Only leads with this in name, company, phone, e-mail or address")
                        .max(100)
                        .example("mokoena")
                        .optional()),
                in.instant("from", "Only leads added at this instant or later").optional(),
                in.instant("to", "Only leads added before this instant").optional(),
                in.page());
    }

    private static LeadSearch search(String text) {
        return text == null ? null : new LeadSearch(text);
    }

    @Override
    public Uni<Page<LeadView>> answer(LeadFilter filter, Caller caller) {
        return store.list(filter)
                .map(leads -> Page.of(leads.stream().map(LeadView::of).toList(), filter.page(), LeadView::leadId));
    }
}
