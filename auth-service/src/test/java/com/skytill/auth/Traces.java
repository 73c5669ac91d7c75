package com.skytill.auth;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.inject.spi.CDI;

import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Where a secret must have left none. */
final class Traces {

    private static final List<String> TABLES =
            List.of("update_ledger", "users", "oauth_clients", "access_tokens", "authorization_codes", "grants");

    private Traces() {}

    /** Fails when the secret stands anywhere in the clear: in the ledger, the audit trail, or with what it is of. */
    static void none(String secret) {
        for (String table : TABLES) {
            assertEquals(
                    0, count("select count(*) from " + table + " t where position($1 in t::text) > 0", secret), table);
        }
        String log = AuthApi.get(AuthApi.ADMIN, "get_auth_audit_log", Map.of("limit", 500))
                .statusCode(200)
                .extract()
                .asString();
        assertFalse(log.contains(secret));
    }

    /** What the statement counts. */
    static long count(String sql, Object value) {
        return CDI.current()
                .select(Pool.class)
                .get()
                .preparedQuery(sql)
                .execute(Tuple.of(value))
                .map(found -> found.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }
}
