package com.skytill.leads.lead;

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

/** Changes a sales lead: what is known of it, how far it has come, who looks after it. */
@Singleton
final class UpdateSalesLead implements Update<UpdateSalesLead.Parameters, Lead> {

    record Parameters(Long leadId, LeadFields fields, LeadStatus status, Set<LeadField> cleared) {}

    private final LeadStore store;

    UpdateSalesLead(LeadStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                "update_sales_lead",
                Section.SALES_LEADS,
                Permission.SALES_WRITE,
                "Changes a sales lead",
                "What is not given stays. An open lead moves freely between contacted, survey and quoted, or becomes lost;"
                        + " a lost one may be contacted again; none becomes new again. A lead is won by convert_sales_lead"
                        + " alone, and for good.",
                "lead",
                LeadView.class);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.id("lead_id", "The lead").mandatory(),
                LeadFields.readChanges(in),
                in.choice("status", "How far it has come", LeadStatus.class).optional(),
                LeadField.readCleared(in));
    }

    @Override
    public Uni<Lead> check(Parameters changes, Caller submitter) {
        return store.lock(changes.leadId()).invoke(lead -> {
            if (changes.status() != null) {
                lead.status.requireStep(changes.status());
            }
            if (!staysReachable(lead, changes)) {
                throw new ProblemException(
                        ProblemCode.RULE_VIOLATED, "A lead needs a phone number or an e-mail address");
            }
        });
    }

    @Override
    public Uni<Outcome> apply(Parameters changes, Lead lead, Caller submitter) {
        changes.fields().putInto(lead);
        changes.cleared().forEach(field -> field.empty(lead));
        if (changes.status() != null) {
            lead.status = changes.status();
        }
        return store.flush(lead).map(changed -> Outcome.changed("lead", changed.leadId, LeadView.of(changed)));
    }

    private static boolean staysReachable(Lead lead, Parameters changes) {
        boolean byPhone = lead.phone != null || changes.fields().phone() != null;
        boolean byEmail = lead.email != null || changes.fields().email() != null;
        return (byPhone && !changes.cleared().contains(LeadField.PHONE))
                || (byEmail && !changes.cleared().contains(LeadField.EMAIL));
    }
}
