package com.skytill.products.product;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Adds a data product: what gives network access. */
@Singleton
final class AddDataProduct implements Update<Draft, Void> {

    private final ProductStore store;
    private final DraftRules rules;
    private final DataProductViews views;
    private final Clock clock;

    AddDataProduct(ProductStore store, DraftRules rules, DataProductViews views, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_data_product",
                        Section.PRODUCTS,
                        Permission.PRODUCTS_WRITE,
                        "Adds a data product",
                        "A cap with capped speeds is soft: the speed falls when it is reached. A cap without them is hard: access"
                                + " stops. An absent cap, quota or lifetime is unlimited; a speed of 0 is zero.",
                        "product",
                        DataProductView.class)
                .failingBy(ProblemCode.ALREADY_EXISTS);
    }

    @Override
    public Draft read(ParameterReader in) {
        var draft = new Draft(
                ProductParameters.name(in).mandatory(),
                ProductParameters.code(in).mandatory(),
                ProductParameters.price(in).mandatory(),
                readTerms(in),
                TermParameters.speedLimitPolicy(in).optional(),
                TermParameters.speedBoostPolicy(in).optional(),
                ProductParameters.groupId(in).optional(),
                ProductParameters.typeId(in).optional(),
                ProductParameters.description(in).optional());
        if (draft.terms().kind() != null) {
            draft.faults().forEach(fault -> in.refuse(fault.parameter(), fault.message()));
        }
        return draft;
    }

    private static Terms readTerms(ParameterReader in) {
        return new Terms(
                in.choice("kind", "What it is sold for; it can't be changed later", ProductKind.class)
                        .mandatory(),
                TermParameters.downloadKbps(in).mandatory(),
                TermParameters.uploadKbps(in).mandatory(),
                TermParameters.dataCap(in).optional(),
                TermParameters.cappedDownloadKbps(in).optional(),
                TermParameters.cappedUploadKbps(in).optional(),
                TermParameters.timeQuota(in).optional(),
                TermParameters.validity(in).optional(),
                TermParameters.validityStarts(in).optional(),
                TermParameters.maxDevices(in).optional(),
                TermParameters.addOverusageOnTopup(in).orElse(false),
                TermParameters.rolloverMonths(in).orElse(0));
    }

    @Override
    public Uni<Void> check(Draft draft, Caller submitter) {
        return rules.require(draft, null);
    }

    @Override
    public Uni<Outcome> apply(Draft draft, Void checked, Caller submitter) {
        var product = new DataProduct();
        product.set(draft);
        product.status = ProductStatus.ACTIVE;
        product.createdAt = clock.instant();
        return store.add(product).flatMap(views::of).map(view -> Outcome.added("product", view.productId(), view));
    }
}
