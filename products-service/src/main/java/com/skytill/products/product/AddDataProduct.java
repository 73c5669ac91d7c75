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

import java.math.BigDecimal;
import java.time.Clock;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** Adds a data product: what gives network access. */
@Singleton
final class AddDataProduct implements Update<AddDataProduct.Parameters, Void> {

    // Not of digits alone, so that a product reference is either an ID or a code (domain: product references).
    private static final Pattern CODE = Pattern.compile("(?!\\d+$)[A-Za-z0-9][A-Za-z0-9._-]*");

    record Parameters(
            String name,
            String productCode,
            BigDecimal price,
            Integer downloadKbps,
            Integer uploadKbps,
            Terms terms,
            Long groupId,
            Long typeId,
            Long fupSpeedLimitPolicyId,
            Long fupSpeedBoostPolicyId,
            String description) {}

    private final ProductStore store;
    private final Clock clock;

    AddDataProduct(ProductStore store, Clock clock) {
        this.store = store;
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
                DataProductView.class);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.text("name", "What staff and customers see").max(100).mandatory(),
                in.text("product_code", "The WISP's own code for it, unique in whatever case; not of digits alone")
                        .max(50)
                        .matching(CODE, "must be letters, digits, points, dashes and underscores, not digits alone")
                        .mandatory(),
                in.money("price", "In the WISP's currency, VAT included").mandatory(),
                in.speedKbps("download_kbps", "Speed towards the customer, in kbit/s")
                        .mandatory(),
                in.speedKbps("upload_kbps", "Speed from the customer, in kbit/s")
                        .mandatory(),
                readTerms(in),
                in.id("group_id", "Its product group").optional(),
                in.id("type_id", "Its product type").optional(),
                in.id("fup_speed_limit_policy_id", "The fair-use policy that slows heavy use down")
                        .optional(),
                in.id("fup_speed_boost_policy_id", "The fair-use policy that speeds quiet hours up")
                        .optional(),
                in.lines("description", "What customers are told of it")
                        .max(2000)
                        .optional());
    }

    private static Terms readTerms(ParameterReader in) {
        var terms = new Terms(
                in.choice("kind", "What it is sold for", ProductKind.class).mandatory(),
                in.size("data_cap", "Data before the cap: bytes, or with a unit such as 5 GB")
                        .optional(),
                in.speedKbps("capped_download_kbps", "Speed towards the customer after the cap, in kbit/s")
                        .optional(),
                in.speedKbps("capped_upload_kbps", "Speed from the customer after the cap, in kbit/s")
                        .optional(),
                in.duration("time_quota", "Online time that is sold").optional(),
                in.duration("validity", "Lifetime of what is sold").optional(),
                in.choice("validity_starts", "When the lifetime begins; first_use when absent", ValidityStart.class)
                        .optional(),
                in.number("max_devices", "Devices online at once")
                        .between(1, 1000)
                        .optional(),
                in.flag("add_overusage_on_topup", "Whether a top-up forgives what was used past the cap")
                        .orElse(false),
                in.number("rollover_months", "For how many months unused data rolls over")
                        .between(0, 24)
                        .orElse(0));
        if (terms.kind() != null) {
            terms.faults().forEach(fault -> in.refuse(fault.parameter(), fault.message()));
        }
        return terms;
    }

    @Override
    public Uni<Void> check(Parameters parameters, Caller submitter) {
        return store.hasCode(parameters.productCode())
                .invoke(taken -> {
                    if (taken) {
                        throw new ProblemException(new Problem(
                                ProblemCode.ALREADY_EXISTS, "Another product has this product_code already"));
                    }
                })
                .flatMap(ignored -> known("group_id", parameters.groupId(), store::hasGroup))
                .flatMap(ignored -> known("type_id", parameters.typeId(), store::hasType))
                .flatMap(ignored -> known(
                        "fup_speed_limit_policy_id", parameters.fupSpeedLimitPolicyId(), store::hasSpeedLimitPolicy))
                .flatMap(ignored -> known(
                        "fup_speed_boost_policy_id", parameters.fupSpeedBoostPolicyId(), store::hasSpeedBoostPolicy));
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Void checked, Caller submitter) {
        var product = new DataProduct();
        product.name = parameters.name();
        product.productCode = parameters.productCode();
        product.status = ProductStatus.ACTIVE;
        product.price = parameters.price();
        product.downloadKbps = parameters.downloadKbps();
        product.uploadKbps = parameters.uploadKbps();
        product.setTerms(parameters.terms());
        product.fupSpeedLimitPolicyId = parameters.fupSpeedLimitPolicyId();
        product.fupSpeedBoostPolicyId = parameters.fupSpeedBoostPolicyId();
        product.groupId = parameters.groupId();
        product.typeId = parameters.typeId();
        product.description = parameters.description();
        product.createdAt = clock.instant();
        return store.add(product).map(added -> Outcome.added("product", added.productId, DataProductView.of(added)));
    }

    private static Uni<Void> known(String parameter, Long id, LongFunction<Uni<Boolean>> exists) {
        if (id == null) {
            return Uni.createFrom().voidItem();
        }
        return exists.apply(id)
                .invoke(found -> {
                    if (!found) {
                        throw ProblemException.parameter(parameter, "there is none with this ID");
                    }
                })
                .replaceWithVoid();
    }
}
