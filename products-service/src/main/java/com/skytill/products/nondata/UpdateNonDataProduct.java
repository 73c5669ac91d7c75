package com.skytill.products.nondata;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import com.skytill.products.classification.Classifications;
import com.skytill.products.product.ProductCodeStore;
import com.skytill.products.product.ProductParameters;
import com.skytill.products.product.ProductReference;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Changes a non-data product: only what is given. */
@Singleton
final class UpdateNonDataProduct implements Update<UpdateNonDataProduct.Parameters, NonDataProduct> {

    record Parameters(ProductReference product, NonDataChanges changes) {}

    private final NonDataProductStore store;
    private final ProductCodeStore codes;
    private final Classifications classifications;

    UpdateNonDataProduct(NonDataProductStore store, ProductCodeStore codes, Classifications classifications) {
        this.store = store;
        this.codes = codes;
        this.classifications = classifications;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "update_non_data_product",
                        Section.PRODUCTS,
                        Permission.PRODUCTS_WRITE,
                        "Changes a non-data product",
                        "Only what is given changes; clear takes away what may be absent. A retired product can be changed too: what"
                                + " was sold of it goes on.",
                        "product",
                        NonDataProductView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ALREADY_EXISTS);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(ProductParameters.reference(in), NonDataChanges.read(in));
    }

    /** The product, locked: what others change meanwhile waits. */
    @Override
    public Uni<NonDataProduct> check(Parameters parameters, Caller submitter) {
        return store.lock(parameters.product())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("non-data product")))
                .call(product -> require(parameters.changes().of(product.draft()), product.productId));
    }

    private Uni<Void> require(NonDataDraft draft, long ownId) {
        return codes.requireFree(draft.productCode(), ownId)
                .flatMap(ignored -> classifications.requireKnown(draft.groupId(), draft.typeId()));
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, NonDataProduct product, Caller submitter) {
        product.set(parameters.changes().of(product.draft()));
        return store.flush()
                .replaceWith(() -> Outcome.changed("product", product.productId, NonDataProductView.of(product)));
    }
}
