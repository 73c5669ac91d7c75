package com.skytill.leads.lead;

import com.skytill.leads.customer.Customer;
import com.skytill.leads.customer.KnownCustomerView;
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

/** Wins a sales lead: makes a customer of it, once. */
@Singleton
final class ConvertSalesLead implements Update<ConvertSalesLead.Parameters, Lead> {

    record Parameters(Long leadId, NewCustomer customer) {}

    private final LeadStore leads;
    private final AttemptStore attempts;
    private final Conversions conversions;

    ConvertSalesLead(LeadStore leads, AttemptStore attempts, Conversions conversions) {
        this.leads = leads;
        this.attempts = attempts;
        this.conversions = conversions;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "convert_sales_lead",
                        Section.SALES_LEADS,
                        Permission.SALES_WRITE,
                        "Makes a customer of a sales lead",
                        "Needs customers_write too. The customer has the lead's name, phone number, e-mail address, address and"
                                + " notes; customer of the answer shows it. A lead becomes a customer once: when this fails"
                                + " without telling whether it has worked, such as by upstream_timeout, send the same again, and it"
                                + " will finish what it began.",
                        "lead",
                        LeadView.class)
                .showing("customer", KnownCustomerView.class)
                .failingBy(
                        ProblemCode.NOT_FOUND,
                        ProblemCode.ALREADY_EXISTS,
                        ProblemCode.ILLEGAL_STATE,
                        ProblemCode.RULE_VIOLATED);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(in.id("lead_id", "The lead").mandatory(), NewCustomer.read(in));
    }

    @Override
    public Uni<Lead> check(Parameters asked, Caller submitter) {
        submitter.require(Permission.CUSTOMERS_WRITE);
        return leads.lock(asked.leadId()).invoke(lead -> {
            requireOpen(lead);
            asked.customer().requireWhatIsMissing(lead);
        });
    }

    @Override
    public Uni<Outcome> apply(Parameters asked, Lead lead, Caller submitter) {
        return conversions.customer(lead, asked.customer()).flatMap(customer -> win(lead, customer));
    }

    private Uni<Outcome> win(Lead lead, Customer customer) {
        lead.status = LeadStatus.WON;
        lead.customerId = customer.customerId();
        return leads.flush(lead)
                .call(won -> attempts.end(won.leadId))
                .map(won -> Outcome.changed("lead", won.leadId, LeadView.of(won))
                        .with("customer", KnownCustomerView.of(customer)));
    }

    private static void requireOpen(Lead lead) {
        if (lead.status == LeadStatus.WON) {
            throw new ProblemException(
                    ProblemCode.ILLEGAL_STATE,
                    "The lead is won: it is customer " + lead.customerId + ", and can't become won again");
        }
        if (!lead.status.open()) {
            throw new ProblemException(
                    ProblemCode.ILLEGAL_STATE, "A lead that is lost can't become won; contact it first");
        }
    }
}
