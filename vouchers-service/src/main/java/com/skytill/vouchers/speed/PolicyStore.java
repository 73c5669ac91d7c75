package com.skytill.vouchers.speed;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

/** The SQL of fair-use policies, which the replica of the products' terms writes. */
@Singleton
final class PolicyStore {

    private final Pool pool;

    PolicyStore(Pool pool) {
        this.pool = pool;
    }

    /** Fails when there is none: without it nobody may be let in. */
    Uni<SpeedLimitPolicy> getLimit(long policyId) {
        return get("select definition from fup_speed_limit_policies where policy_id = $1", policyId)
                .map(PolicyDefinition::limit);
    }

    /** Fails when there is none. */
    Uni<SpeedBoostPolicy> getBoost(long policyId) {
        return get("select definition from fup_speed_boost_policies where policy_id = $1", policyId)
                .map(PolicyDefinition::boost);
    }

    private Uni<JsonObject> get(String sql, long policyId) {
        return pool.preparedQuery(sql).execute(Tuple.of(policyId)).map(rows -> {
            if (rows.size() == 0) {
                throw new IllegalStateException("A fair-use policy that terms name is not known: " + policyId);
            }
            return rows.iterator().next().getJsonObject(0);
        });
    }
}
