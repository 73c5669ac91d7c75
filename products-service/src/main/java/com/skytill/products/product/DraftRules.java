package com.skytill.products.product;

import com.skytill.platform.problem.ProblemException;
import com.skytill.products.classification.Classifications;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.function.LongFunction;

/** What must hold of a data product beyond itself: a code of its own, and groups, types and policies that exist. */
@Singleton
final class DraftRules {

    private final ProductStore store;
    private final ProductCodeStore codes;
    private final Classifications classifications;

    DraftRules(ProductStore store, ProductCodeStore codes, Classifications classifications) {
        this.store = store;
        this.codes = codes;
        this.classifications = classifications;
    }

    /** Fails with what does not hold; {@code ownId} is null for a new product. */
    Uni<Void> require(Draft draft, Long ownId) {
        return codes.requireFree(draft.productCode(), ownId)
                .flatMap(ignored -> classifications.requireKnown(draft.groupId(), draft.typeId()))
                .flatMap(ignored ->
                        known("fup_speed_limit_policy_id", draft.fupSpeedLimitPolicyId(), store::hasSpeedLimitPolicy))
                .flatMap(ignored ->
                        known("fup_speed_boost_policy_id", draft.fupSpeedBoostPolicyId(), store::hasSpeedBoostPolicy));
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
