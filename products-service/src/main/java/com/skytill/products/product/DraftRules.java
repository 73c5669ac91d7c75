package com.skytill.products.product;

import com.skytill.products.classification.Classifications;
import com.skytill.products.fup.FupPolicies;
import com.skytill.products.fup.PolicyUser;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** What must hold of a data product beyond itself: a code of its own, and groups and types that exist, policies that fit. */
@Singleton
final class DraftRules {

    private final ProductCodeStore codes;
    private final Classifications classifications;
    private final FupPolicies policies;

    DraftRules(ProductCodeStore codes, Classifications classifications, FupPolicies policies) {
        this.codes = codes;
        this.classifications = classifications;
        this.policies = policies;
    }

    /** Fails with what does not hold; {@code ownId} is null for a new product. */
    Uni<Void> require(Draft draft, Long ownId) {
        return codes.requireFree(draft.productCode(), ownId)
                .flatMap(ignored -> classifications.requireKnown(draft.groupId(), draft.typeId()))
                .flatMap(ignored -> policies.requireFit(
                        draft.fupSpeedLimitPolicyId(),
                        draft.fupSpeedBoostPolicyId(),
                        new PolicyUser(
                                draft.terms().dataCapBytes(),
                                draft.terms().downloadKbps(),
                                draft.terms().uploadKbps())));
    }
}
