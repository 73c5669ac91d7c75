package com.skytill.products.product;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Changes a data product: only what is given, and only to what makes sense as a whole. */
@Singleton
final class UpdateDataProduct implements Update<UpdateDataProduct.Parameters, DataProduct> {

    record Parameters(ProductReference product, DataProductChanges changes) {}

    private final ProductStore store;
    private final DraftRules rules;
    private final DataProductViews views;

    UpdateDataProduct(ProductStore store, DraftRules rules, DataProductViews views) {
        this.store = store;
        this.rules = rules;
        this.views = views;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "update_data_product",
                        Section.PRODUCTS,
                        Permission.PRODUCTS_WRITE,
                        "Changes a data product",
                        "Only what is given changes; clear takes away what may be absent. The product must make sense as it becomes,"
                                + " by the rules of add_data_product. Accounts have the new terms from then on; vouchers keep those"
                                + " that they were issued with. A retired product can be changed too: what was sold of it goes on."
                                + " Its kind never changes.",
                        "product",
                        DataProductView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ALREADY_EXISTS);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(ProductParameters.reference(in), DataProductChanges.read(in));
    }

    /** The product, locked: what others change meanwhile waits, so that the rules hold of what is written. */
    @Override
    public Uni<DataProduct> check(Parameters parameters, Caller submitter) {
        return store.lock(parameters.product())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("data product")))
                .call(product -> require(parameters.changes().of(product.draft()), product.productId));
    }

    private Uni<Void> require(Draft draft, long ownId) {
        var faults = draft.faults();
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(faults));
        }
        return rules.require(draft, ownId);
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, DataProduct product, Caller submitter) {
        product.set(parameters.changes().of(product.draft()));
        return store.flush()
                .flatMap(ignored -> views.of(product))
                .map(view -> Outcome.changed("product", view.productId(), view));
    }
}
