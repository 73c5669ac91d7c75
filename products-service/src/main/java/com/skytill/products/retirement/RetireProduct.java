package com.skytill.products.retirement;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import com.skytill.products.product.ProductParameters;
import com.skytill.products.product.ProductReference;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Retires a product, data or not: it may not be sold any more, and what was sold of it goes on. */
@Singleton
final class RetireProduct implements Update<ProductReference, SoldProduct> {

    private final RetirementStore store;
    private final Clock clock;

    RetireProduct(RetirementStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "retire_product",
                        Section.PRODUCTS,
                        Permission.PRODUCTS_WRITE,
                        "Retires a product",
                        "A data product or a non-data product. It may not be sold any more and is listed no longer; what was sold of"
                                + " it goes on. Its code stays taken. A product can't be retired twice, nor brought back.",
                        "product",
                        RetiredProductView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ILLEGAL_STATE);
    }

    @Override
    public ProductReference read(ParameterReader in) {
        return ProductParameters.reference(in);
    }

    @Override
    public Uni<SoldProduct> check(ProductReference reference, Caller submitter) {
        return store.lock(reference)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("product"))
                        .requireActive());
    }

    @Override
    public Uni<Outcome> apply(ProductReference reference, SoldProduct product, Caller submitter) {
        var now = clock.instant();
        return store.retire(product, now)
                .replaceWith(Outcome.changed("product", product.productId(), product.retired(now)));
    }
}
