package com.skytill.auth;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import static com.skytill.auth.Provider.form;
import static com.skytill.auth.Provider.introspect;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** When tokens and clients were used last: known to the minute, without a write at every use. */
@QuarkusTest
class LastUsedTest {

    private static final String SECRET = "last-used-secret-of-256-random-bits";

    @Inject
    Pool pool;

    @Test
    void useIsWrittenOnceInFortyFiveSeconds() {
        TestClients.add("used", SECRET);
        String token = form().auth()
                .preemptive()
                .basic("used", SECRET)
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .path("access_token");
        assertEquals(0, uses("last_used_at is not null"));
        introspect(token);
        assertEquals(1, uses("last_used_at > now() - interval '30 seconds'"));
        TestClients.run(
                "update access_tokens set last_used_at = now() - interval '40 seconds' where client_id = 'used'",
                Tuple.tuple());
        introspect(token);
        assertEquals(0, uses("last_used_at > now() - interval '30 seconds'"));
        TestClients.run(
                "update access_tokens set last_used_at = now() - interval '50 seconds' where client_id = 'used'",
                Tuple.tuple());
        introspect(token);
        assertEquals(1, uses("last_used_at > now() - interval '30 seconds'"));
        assertEquals(1, count("oauth_clients where client_id = 'used' and last_used_at is not null"));
    }

    private long uses(String condition) {
        return count("access_tokens where client_id = 'used' and " + condition);
    }

    private long count(String from) {
        return pool.query("select count(*) from " + from)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
