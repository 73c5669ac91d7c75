package com.skytill.products.nondata;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.products.classification.Classifications;
import com.skytill.products.product.ProductCodeStore;
import com.skytill.products.product.ProductParameters;
import com.skytill.products.product.ProductStatus;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Adds a non-data product: anything else that is billed. */
@Singleton
final class AddNonDataProduct implements Update<NonDataDraft, Void> {

    private final NonDataProductStore store;
    private final ProductCodeStore codes;
    private final Classifications classifications;
    private final Clock clock;

    AddNonDataProduct(NonDataProductStore store, ProductCodeStore codes, Classifications classifications, Clock clock) {
        this.store = store;
        this.codes = codes;
        this.classifications = classifications;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_non_data_product",
                        Section.PRODUCTS,
                        Permission.PRODUCTS_WRITE,
                        "Adds a non-data product",
                        "Anything else that is billed: VoIP, hosting, hardware. It shares the IDs and codes of the data products: no"
                                + " two products of either sort have the same.",
                        "product",
                        NonDataProductView.class)
                .failingBy(ProblemCode.ALREADY_EXISTS);
    }

    @Override
    public NonDataDraft read(ParameterReader in) {
        return new NonDataDraft(
                ProductParameters.name(in).mandatory(),
                ProductParameters.code(in).mandatory(),
                ProductParameters.price(in).mandatory(),
                NonDataParameters.billingPeriod(in).mandatory(),
                ProductParameters.groupId(in).optional(),
                ProductParameters.typeId(in).optional(),
                ProductParameters.description(in).optional());
    }

    @Override
    public Uni<Void> check(NonDataDraft draft, Caller submitter) {
        return codes.requireFree(draft.productCode(), null)
                .flatMap(ignored -> classifications.requireKnown(draft.groupId(), draft.typeId()));
    }

    @Override
    public Uni<Outcome> apply(NonDataDraft draft, Void checked, Caller submitter) {
        var product = new NonDataProduct();
        product.set(draft);
        product.status = ProductStatus.ACTIVE;
        product.createdAt = clock.instant();
        return store.add(product).map(added -> Outcome.added("product", added.productId, NonDataProductView.of(added)));
    }
}
