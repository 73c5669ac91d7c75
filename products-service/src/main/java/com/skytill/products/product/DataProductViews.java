package com.skytill.products.product;

import com.skytill.products.fup.FupPolicies;
import com.skytill.products.fup.FupSpeedBoostPolicyView;
import com.skytill.products.fup.FupSpeedLimitPolicyView;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts data products together with what their policies say, so that a replica needs no second list. */
@Singleton
final class DataProductViews {

    private final FupPolicies policies;

    DataProductViews(FupPolicies policies) {
        this.policies = policies;
    }

    Uni<DataProductView> of(DataProduct product) {
        return of(List.of(product)).map(List::getFirst);
    }

    /** In the order given. */
    Uni<List<DataProductView>> of(List<DataProduct> products) {
        return policies.speedLimitPolicies(ids(products, product -> product.fupSpeedLimitPolicyId))
                .flatMap(limits -> policies.speedBoostPolicies(ids(products, product -> product.fupSpeedBoostPolicyId))
                        .map(boosts -> products.stream()
                                .map(product -> view(product, limits, boosts))
                                .toList()));
    }

    private static Set<Long> ids(List<DataProduct> products, Function<DataProduct, Long> id) {
        return products.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static DataProductView view(
            DataProduct product, Map<Long, FupSpeedLimitPolicyView> limits, Map<Long, FupSpeedBoostPolicyView> boosts) {
        // Asked with null, an immutable map would fail.
        return DataProductView.of(
                product,
                product.fupSpeedLimitPolicyId == null ? null : limits.get(product.fupSpeedLimitPolicyId),
                product.fupSpeedBoostPolicyId == null ? null : boosts.get(product.fupSpeedBoostPolicyId));
    }
}
