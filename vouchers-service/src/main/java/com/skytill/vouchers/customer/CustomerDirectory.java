package com.skytill.vouchers.customer;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;

import java.util.Objects;
import java.util.Optional;

/** The customers that this service knows; asks customers-service once before it calls one unknown. */
@Singleton
public final class CustomerDirectory {

    private static final Logger LOG = Logger.getLogger(CustomerDirectory.class);
    private static final int NOT_FOUND = 404;

    private final CustomerStore store;
    private final CustomersClient customers;

    CustomerDirectory(CustomerStore store, @RestClient CustomersClient customers) {
        this.store = store;
        this.customers = customers;
    }

    /**
     * The customer with that ID or accounting code; runs in the caller's Hibernate Reactive transaction. One that was added a
     * moment ago is found too. Fails with {@code upstream_unavailable} when it is not known here and customers-service can't be
     * asked.
     */
    public Uni<Optional<Customer>> find(String reference) {
        return known(reference)
                .flatMap(known -> known.isPresent()
                        ? Uni.createFrom().item(known)
                        : learn(reference).flatMap(ignored -> known(reference)));
    }

    /** The same of those known here; nobody is asked. */
    public Uni<Optional<Customer>> known(String reference) {
        return store.find(reference);
    }

    private Uni<Void> learn(String reference) {
        // The session belongs to this context; the client's answer may come on another.
        var context = Objects.requireNonNull(Vertx.currentContext(), "needs a Vert.x context");
        return customers
                .customer(reference)
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .onFailure(CustomerDirectory::isNotFound)
                .recoverWithNull()
                .onFailure()
                .transform(CustomerDirectory::unavailable)
                .flatMap(item -> item == null ? Uni.createFrom().voidItem() : store.addUnknown(item));
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof WebApplicationException answered
                && answered.getResponse().getStatus() == NOT_FOUND;
    }

    private static Throwable unavailable(Throwable failure) {
        LOG.warnf("customers-service can't be asked for an unknown customer: %s", failure);
        return new ProblemException(
                ProblemCode.UPSTREAM_UNAVAILABLE,
                "This customer is not known here, and customers-service can't be asked now");
    }
}
