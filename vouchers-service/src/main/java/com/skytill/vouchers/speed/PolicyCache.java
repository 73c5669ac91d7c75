package com.skytill.vouchers.speed;

import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Policies by their IDs, at hand for logins and accounting packets. They never change, so what was read once is kept. */
@Singleton
public final class PolicyCache {

    private final PolicyStore store;
    private final ConcurrentMap<Long, SpeedLimitPolicy> limits = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, SpeedBoostPolicy> boosts = new ConcurrentHashMap<>();

    PolicyCache(PolicyStore store) {
        this.store = store;
    }

    /**
     * Terms with the policies that they name; at once when these are at hand. Fails when one is not known here: without it nobody
     * may be let in.
     *
     * @param capped the speed past the data cap; null when the cap is hard, or there is none
     * @param capBytes null when there is no cap
     * @param limitPolicyId null for none
     * @param boostPolicyId null for none
     */
    public Uni<SpeedTerms> terms(Speed full, Speed capped, Long capBytes, Long limitPolicyId, Long boostPolicyId) {
        var limit = limitPolicyId == null ? null : limits.get(limitPolicyId);
        var boost = boostPolicyId == null ? null : boosts.get(boostPolicyId);
        if ((limitPolicyId != null && limit == null) || (boostPolicyId != null && boost == null)) {
            return load(limitPolicyId, boostPolicyId)
                    .flatMap(ignored -> terms(full, capped, capBytes, limitPolicyId, boostPolicyId));
        }
        return Uni.createFrom().item(new SpeedTerms(full, capped, capBytes, limit, boost));
    }

    private Uni<Void> load(Long limitPolicyId, Long boostPolicyId) {
        return loadLimit(limitPolicyId).flatMap(ignored -> loadBoost(boostPolicyId));
    }

    private Uni<Void> loadLimit(Long policyId) {
        return policyId == null || limits.containsKey(policyId)
                ? Uni.createFrom().voidItem()
                : store.getLimit(policyId)
                        .invoke(policy -> limits.put(policyId, policy))
                        .replaceWithVoid();
    }

    private Uni<Void> loadBoost(Long policyId) {
        return policyId == null || boosts.containsKey(policyId)
                ? Uni.createFrom().voidItem()
                : store.getBoost(policyId)
                        .invoke(policy -> boosts.put(policyId, policy))
                        .replaceWithVoid();
    }
}
