package com.skytill.leads.lead;

import com.skytill.leads.customer.Customers;
import com.skytill.leads.customer.KnownCustomerView;
import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;

/** The customers that a new lead may be: worth a warning, never worth losing the lead. */
@Singleton
final class KnownCustomers {

    private static final Logger LOG = Logger.getLogger(KnownCustomers.class);

    private final Customers customers;

    KnownCustomers(Customers customers) {
        this.customers = customers;
    }

    /** Customers with the same phone number or e-mail address; empty when that can't be found out. */
    Uni<Optional<List<KnownCustomerView>>> of(LeadFields lead, Caller caller) {
        if (!caller.may(Permission.CUSTOMERS_READ)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return customers
                .calls()
                .flatMap(calls -> calls.reachedBy(lead.phone(), lead.email()))
                .map(found ->
                        Optional.of(found.stream().map(KnownCustomerView::of).toList()))
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> {
                    LOG.warnf("A lead is added without a look at the customers: %s", failure.getMessage());
                    return Optional.empty();
                });
    }
}
