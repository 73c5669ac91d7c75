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
import java.util.List;
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
                        .flatMap(found -> found.isPresent()
                                ? goOn(calls, found.get(), lead, asked)
                                : begin(calls, mark(lead), lead, asked)));
    }

    private static String mark(Lead lead) {
        return "Sales lead " + lead.leadId + " (" + UUID.randomUUID() + ")";
    }

    private Uni<Customer> begin(CustomersCalls calls, String mark, Lead lead, NewCustomer asked) {
        var attempt = new Attempt(
                lead.leadId,
                mark,
                "lead-" + lead.leadId + "-" + UUID.randomUUID(),
                calls.clientId(),
                asked.parameters(lead, mark),
                clock.instant(),
                null);
        return attempts.keep(attempt).flatMap(kept -> add(calls, kept, true));
    }

    /** First of all, whether the attempt worked: nothing else would be sure for longer than a key is remembered. */
    private Uni<Customer> goOn(CustomersCalls calls, Attempt attempt, Lead lead, NewCustomer asked) {
        return marked(calls, attempt, "email")
                .flatMap(byEmail -> byEmail.isEmpty()
                        ? marked(calls, attempt, "phone")
                        : Uni.createFrom().item(byEmail))
                .flatMap(made -> made.isEmpty()
                        ? again(calls, attempt, lead, asked)
                        : Uni.createFrom().item(made.getFirst()));
    }

    private static Uni<List<Customer>> marked(CustomersCalls calls, Attempt attempt, String parameter) {
        return calls.search(
                attempt.customer().get(parameter),
                customer -> customer.notes() != null && customer.notes().contains(attempt.mark()));
    }

    private Uni<Customer> again(CustomersCalls calls, Attempt attempt, Lead lead, NewCustomer asked) {
        Long reviewed = attempt.customerUpdateId();
        if (reviewed != null) {
            return calls.wasGivenUp(reviewed, attempt.startedAt()).flatMap(givenUp -> {
                if (!givenUp) {
                    throw waits(reviewed);
                }
                return begin(calls, attempt.mark(), lead, asked);
            });
        }
        if (attempt.isRepeatedBy(calls.clientId(), asked.parameters(lead, attempt.mark()))) {
            return add(calls, attempt, false);
        }
        var settled = attempt.startedAt().plus(config.settledAfter());
        if (clock.instant().isBefore(settled)) {
            throw new ProblemException(
                    ProblemCode.ILLEGAL_STATE,
                    "The lead is being converted, with other values or through another client; it can become won with"
                            + " these from " + settled + " on, unless that has succeeded");
        }
        return begin(calls, attempt.mark(), lead, asked);
    }

    private Uni<Customer> add(CustomersCalls calls, Attempt attempt, boolean first) {
        return calls.add(attempt.customer(), attempt.key()).flatMap(added -> switch (added) {
            case Added.Made made -> Uni.createFrom().item(made.customer());
            case Added.Waiting waiting ->
                attempts.waits(attempt.leadId(), waiting.updateId())
                        .flatMap(noted -> Uni.createFrom().failure(waits(waiting.updateId())));
            case Added.Refused refused -> {
                // An earlier call may be on its way still, unless this one came to where that would have shown.
                var noted = first || refused.checked()
                        ? attempts.forget(attempt.leadId())
                        : Uni.createFrom().voidItem();
                yield noted.flatMap(ignored -> Uni.createFrom().failure(new ProblemException(refused.problem())));
            }
        });
    }

    private static ProblemException waits(long updateId) {
        return new ProblemException(
                ProblemCode.ILLEGAL_STATE,
                "The lead is being converted; it becomes won when its customer, which waits for review in the customers'"
                        + " service as update " + updateId + ", is approved there and the lead is converted again");
    }
}
