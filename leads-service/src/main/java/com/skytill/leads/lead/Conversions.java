package com.skytill.leads.lead;

import com.skytill.leads.customer.Added;
import com.skytill.leads.customer.Customer;
import com.skytill.leads.customer.Customers;
import com.skytill.leads.customer.CustomersCalls;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.UUID;

/**
 * Makes a customer of a lead, exactly once whatever becomes of the calls: docs/leads.md has the cases. Each step is written down
 * before the next is made.
 */
@Singleton
final class Conversions {

    private final AttemptStore attempts;
    private final Customers customers;
    private final ConversionConfig config;
    private final Clock clock;

    Conversions(AttemptStore attempts, Customers customers, ConversionConfig config, Clock clock) {
        this.attempts = attempts;
        this.customers = customers;
        this.config = config;
        this.clock = clock;
    }

    /** The customer that the lead, which is locked, has become by this call or by an earlier one. */
    Uni<Customer> customer(Lead lead, NewCustomer asked) {
        return customers
                .calls()
                .flatMap(calls -> attempts.find(lead.leadId)
                        .flatMap(found ->
                                found.isPresent() ? goOn(calls, found.get(), lead, asked) : begin(calls, lead, asked)));
    }

    private Uni<Customer> begin(CustomersCalls calls, Lead lead, NewCustomer asked) {
        var attempt = new Attempt(
                lead.leadId,
                "lead-" + lead.leadId + "-" + UUID.randomUUID(),
                calls.clientId(),
                asked.parameters(lead),
                clock.instant(),
                null);
        return attempts.keep(attempt).flatMap(kept -> add(calls, kept, true));
    }

    /** First of all, whether the attempt worked: no key is remembered for ever. */
    private Uni<Customer> goOn(CustomersCalls calls, Attempt attempt, Lead lead, NewCustomer asked) {
        return calls.ofLead(lead.leadId)
                .flatMap(made -> made.isEmpty()
                        ? again(calls, attempt, lead, asked)
                        : Uni.createFrom().item(made.get()));
    }

    private Uni<Customer> again(CustomersCalls calls, Attempt attempt, Lead lead, NewCustomer asked) {
        Long reviewed = attempt.customerUpdateId();
        if (reviewed != null) {
            return calls.wasGivenUp(reviewed, attempt.startedAt()).flatMap(givenUp -> {
                if (!givenUp) {
                    throw waits(reviewed);
                }
                return begin(calls, lead, asked);
            });
        }
        if (attempt.isRepeatedBy(calls.clientId(), asked.parameters(lead))) {
            return add(calls, attempt, false);
        }
        var settled = attempt.startedAt().plus(config.settledAfter());
        if (clock.instant().isBefore(settled)) {
            throw new ProblemException(
                    ProblemCode.ILLEGAL_STATE,
                    "The lead is being converted, with other values or through another client; it can become won with"
                            + " these from " + settled + " on, unless that has succeeded");
        }
        return begin(calls, lead, asked);
    }

    private Uni<Customer> add(CustomersCalls calls, Attempt attempt, boolean first) {
        return calls.add(attempt.customer(), attempt.key()).flatMap(added -> switch (added) {
            case Added.Made made -> Uni.createFrom().item(made.customer());
            case Added.Waiting waiting ->
                attempts.waits(attempt.leadId(), waiting.updateId())
                        .flatMap(noted -> Uni.createFrom().failure(waits(waiting.updateId())));
            case Added.Refused refused
            when refused.problem().code() == ProblemCode.ALREADY_EXISTS ->
                // Either the accounting code is somebody else's, or the customer is there, whoever added it.
                calls.ofLead(attempt.leadId())
                        .flatMap(made -> made.isEmpty()
                                ? refuse(attempt, first, refused)
                                : Uni.createFrom().item(made.get()));
            case Added.Refused refused -> refuse(attempt, first, refused);
        });
    }

    private Uni<Customer> refuse(Attempt attempt, boolean first, Added.Refused refused) {
        // An earlier call may be on its way still, unless this one came to where that would have shown.
        var noted = first || refused.checked()
                ? attempts.forget(attempt.leadId())
                : Uni.createFrom().voidItem();
        return noted.flatMap(ignored -> Uni.createFrom().failure(new ProblemException(refused.problem())));
    }

    private static ProblemException waits(long updateId) {
        return new ProblemException(
                ProblemCode.ILLEGAL_STATE,
                "The lead is being converted; it becomes won when its customer, which waits for review in the customers'"
                        + " service as update " + updateId + ", is approved there and the lead is converted again");
    }
}
