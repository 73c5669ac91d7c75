package com.skytill.vouchers.product;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import jakarta.inject.Singleton;

import java.util.Objects;
import java.util.Optional;

/** The products that this service knows; asks products-service once more before it calls one unknown. */
@Singleton
public final class ProductCatalogue {

    private static final Logger LOG = Logger.getLogger(ProductCatalogue.class);
    private static final int PAGE = 500;

    private final TermsStore store;
    private final ProductsClient products;

    ProductCatalogue(TermsStore store, @RestClient ProductsClient products) {
        this.store = store;
        this.products = products;
    }

    /**
     * The terms of the product with that ID or code; runs in the caller's Hibernate Reactive transaction. A product that was
     * added a moment ago is found too. Fails with {@code upstream_unavailable} when the product is not known here and
     * products-service can't be asked.
     */
    public Uni<Optional<ProductTerms>> find(String reference) {
        return store.find(reference)
                .flatMap(known -> known.isPresent()
                        ? Uni.createFrom().item(known)
                        : learn(TermsStore.isId(reference) ? null : reference, null)
                                .flatMap(ignored -> store.find(reference)));
    }

    /** The same of those known here; nobody is asked. */
    public Uni<Optional<ProductTerms>> known(String reference) {
        return store.find(reference);
    }

    private Uni<Void> learn(String search, String after) {
        // The session belongs to this context; the client's answer may come on another.
        var context = Objects.requireNonNull(Vertx.currentContext(), "needs a Vert.x context");
        return products.sold(search, PAGE, after)
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .onFailure()
                .transform(ProductCatalogue::unavailable)
                .flatMap(page -> store.addUnknown(page.items())
                        .flatMap(ignored ->
                                page.next() == null ? Uni.createFrom().voidItem() : learn(search, page.next())));
    }

    private static Throwable unavailable(Throwable failure) {
        LOG.warnf("products-service can't be asked for an unknown product: %s", failure);
        return new ProblemException(
                ProblemCode.UPSTREAM_UNAVAILABLE,
                "This product is not known here, and products-service can't be asked now");
    }
}
