package com.skytill.products.fup;

import com.skytill.platform.problem.ParameterFault;
import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lets products have fair-use policies that exist and fit them, and show what those say. */
@Singleton
public final class FupPolicies {

    private static final String LIMIT = "fup_speed_limit_policy_id";
    private static final String BOOST = "fup_speed_boost_policy_id";

    private final FupStore store;

    FupPolicies(FupStore store) {
        this.store = store;
    }

    /** Fails with the parameter whose policy does not exist or does not fit the product; null is none. */
    public Uni<Void> requireFit(Long speedLimitPolicyId, Long speedBoostPolicyId, PolicyUser product) {
        return store.speedLimitPolicies(wanted(speedLimitPolicyId))
                .invoke(found -> {
                    requireFound(LIMIT, speedLimitPolicyId, found);
                    found.forEach(policy -> requireFit(policy, product));
                })
                .flatMap(ignored -> store.speedBoostPolicies(wanted(speedBoostPolicyId)))
                .invoke(found -> requireFound(BOOST, speedBoostPolicyId, found))
                .replaceWithVoid();
    }

    /** What the speed limit policies with those IDs say, by ID. */
    public Uni<Map<Long, FupSpeedLimitPolicyView>> speedLimitPolicies(Collection<Long> ids) {
        return store.speedLimitPolicies(ids)
                .map(found -> found.stream()
                        .map(FupSpeedLimitPolicyView::of)
                        .collect(
                                Collectors.toMap(FupSpeedLimitPolicyView::fupSpeedLimitPolicyId, Function.identity())));
    }

    /** What the speed boost policies with those IDs say, by ID. */
    public Uni<Map<Long, FupSpeedBoostPolicyView>> speedBoostPolicies(Collection<Long> ids) {
        return store.speedBoostPolicies(ids)
                .map(found -> found.stream()
                        .map(FupSpeedBoostPolicyView::of)
                        .collect(
                                Collectors.toMap(FupSpeedBoostPolicyView::fupSpeedBoostPolicyId, Function.identity())));
    }

    private static List<Long> wanted(Long id) {
        return id == null ? List.of() : List.of(id);
    }

    private static void requireFound(String parameter, Long id, List<?> found) {
        if (id != null && found.isEmpty()) {
            throw ProblemException.parameter(parameter, "there is none with this ID");
        }
    }

    private static void requireFit(SpeedLimitPolicy policy, PolicyUser product) {
        var faults = policy.steps().faultsFor(product);
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(faults.stream()
                    .map(fault -> new ParameterFault(LIMIT, ProblemCode.INVALID_PARAMETER, "does not fit: " + fault))
                    .toList()));
        }
    }
}
