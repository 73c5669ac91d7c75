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
    private final AttemptStore attempts;

    UpdateSalesLead(LeadStore store, AttemptStore attempts) {
        this.store = store;
        this.attempts = attempts;
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
                        LeadView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ILLEGAL_STATE, ProblemCode.RULE_VIOLATED);
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
        return store.lock(changes.leadId())
                .invoke(lead -> requireReach(lead, changes))
                .call(lead -> changes.status() == null || changes.status() == lead.status
                        ? Uni.createFrom().voidItem()
                        : requireStep(lead, changes.status()));
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

    /** A lead that is being converted may be a customer already, which its status must not deny. */
    private Uni<Void> requireStep(Lead lead, LeadStatus next) {
        lead.status.requireStep(next);
        return attempts.startedAt(lead.leadId)
                .invoke(started -> started.ifPresent(at -> {
                    throw new ProblemException(
                            ProblemCode.ILLEGAL_STATE,
                            "A lead that is being converted, since " + at + ", can't become " + next.code()
                                    + "; convert it again, to finish that");
                }))
                .replaceWithVoid();
    }

    private static void requireReach(Lead lead, Parameters changes) {
        boolean byPhone = lead.phone != null || changes.fields().phone() != null;
        boolean byEmail = lead.email != null || changes.fields().email() != null;
        boolean reachable = (byPhone && !changes.cleared().contains(LeadField.PHONE))
                || (byEmail && !changes.cleared().contains(LeadField.EMAIL));
        if (!reachable) {
            throw new ProblemException(ProblemCode.RULE_VIOLATED, "A lead needs a phone number or an e-mail address");
        }
    }
}
