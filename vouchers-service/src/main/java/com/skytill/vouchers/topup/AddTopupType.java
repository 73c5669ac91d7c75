package com.skytill.vouchers.topup;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;

/** Adds a top-up to what is sold. */
@Singleton
final class AddTopupType implements Update<AddTopupType.Parameters, Void> {

    record Parameters(
            String name,
            Long sizeBytes,
            BigDecimal price,
            Integer carryMonths,
            LocalDate promotionFrom,
            LocalDate promotionTo) {}

    private final TopupTypeStore store;
    private final Clock clock;

    AddTopupType(TopupTypeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_topup_type",
                        Section.DATA_ACCOUNTS,
                        Permission.RADIUS_WRITE,
                        "Adds a top-up type",
                        "It sets a price, so it needs accounting_write too.",
                        "topup_type",
                        TopupTypeView.class)
                .failingBy(ProblemCode.ALREADY_EXISTS);
    }

    @Override
    public Parameters read(ParameterReader in) {
        var parameters = new Parameters(
                in.text("name", "What customers call it; no two have the same")
                        .max(100)
                        .example("5 GB more")
                        .mandatory(),
                TopupParameters.size(in).mandatory(),
                in.money("price", "What it costs, VAT included").mandatory(),
                TopupParameters.carryMonths(in).orElse(0),
                TopupParameters.date(in, "promotion_from", "The first day on which a top-up of this type is doubled")
                        .optional(),
                TopupParameters.date(in, "promotion_to", "The last day on which a top-up of this type is doubled")
                        .optional());
        in.bothOrNeither("promotion_from", "promotion_to");
        if (parameters.promotionFrom() != null
                && parameters.promotionTo() != null
                && parameters.promotionTo().isBefore(parameters.promotionFrom())) {
            in.refuse("promotion_to", "must not be before promotion_from");
        }
        return parameters;
    }

    @Override
    public Uni<Void> check(Parameters parameters, Caller submitter) {
        submitter.require(Permission.ACCOUNTING_WRITE);
        return store.hasName(parameters.name())
                .invoke(taken -> {
                    if (taken) {
                        throw new ProblemException(
                                ProblemCode.ALREADY_EXISTS, "Another top-up type has this name already");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Void checked, Caller submitter) {
        var type = new TopupType();
        type.name = parameters.name();
        type.sizeBytes = parameters.sizeBytes();
        type.price = parameters.price();
        type.carryMonths = parameters.carryMonths();
        type.promotionFrom = parameters.promotionFrom();
        type.promotionTo = parameters.promotionTo();
        type.createdAt = clock.instant();
        return store.add(type).map(added -> Outcome.added("topup_type", added.topupTypeId, TopupTypeView.of(added)));
    }
}
