package com.skytill.vouchers.speed;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

@QuarkusTest
class PolicyCacheTest {

    private static final Speed FULL = new Speed(2048, 512);
    private static final Speed CAPPED = new Speed(256, 128);
    private static final String LIMIT = """
            {"window":"PT1H","tiers":[{"threshold_bytes":5,"download_kbps":7,"upload_kbps":8}]}""";
    private static final String BOOST = """
            {"schedule":[],"public_holidays":[],"upload_boost_percent":9,"applies_while_limited":true,
             "applies_when_capped":true}""";

    @Inject
    PolicyCache cache;

    @Inject
    Pool pool;

    @Test
    void withoutPoliciesNothingIsAsked() {
        var terms = cache.terms(FULL, CAPPED, 1000L, null, null).subscribeAsCompletionStage();
        assertEquals(new SpeedTerms(FULL, CAPPED, 1000L, null, null), terms.getNow(null), "at once");
    }

    @Test
    void policyIsReadOnce() {
        run("insert into fup_speed_limit_policies values (901, 3600, '" + LIMIT + "')");
        run("insert into fup_speed_boost_policies values (902, '" + BOOST + "')");
        var read = terms(901L, 902L);
        assertEquals(Duration.ofHours(1), read.limit().window());
        assertEquals(new PolicySpeed(null, 9), read.boost().upload());
        run("delete from fup_speed_limit_policies where policy_id = 901");
        run("delete from fup_speed_boost_policies where policy_id = 902");
        assertSame(read.limit(), terms(901L, null).limit());
        assertSame(read.boost(), terms(null, 902L).boost());
    }

    @Test
    void policyThatIsNotKnownFailsUntilItIs() {
        assertThrows(IllegalStateException.class, () -> terms(903L, null));
        run("insert into fup_speed_limit_policies values (903, 3600, '" + LIMIT + "')");
        assertEquals(1, terms(903L, null).limit().tiers().size());
    }

    private SpeedTerms terms(Long limitId, Long boostId) {
        return cache.terms(FULL, null, null, limitId, boostId).await().atMost(Duration.ofSeconds(10));
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(Duration.ofSeconds(10));
    }
}
