package com.skytill.auth.key;

import com.nimbusds.jose.JWSAlgorithm;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A new key is published before it signs, and the old one as long as what it signed may live; many replicas make one. */
@QuarkusTest
class KeyRotationTest {

    @Inject
    SigningKeyStore store;

    @Inject
    KeyFactory factory;

    @Inject
    KeyConfig config;

    @Inject
    Clock clock;

    @Inject
    Pool pool;

    @Test
    void keysFollowOneAnother() {
        var today = replica(Duration.ZERO);
        String first = keyId(today);
        try {
            var soon = replica(Duration.ofDays(29).plusHours(1));
            IntStream.range(0, 4)
                    .forEach(ignored -> rotate(replica(Duration.ofDays(29).plusHours(1))));
            rotate(soon);
            var published = published(replica(Duration.ofDays(29).plusHours(2)));
            assertEquals(2, published.size());
            assertTrue(published.contains(first));
            assertEquals(first, keyId(replica(Duration.ofDays(29).plusHours(2))));
            var later = replica(Duration.ofDays(30).plusHours(2));
            String second = keyId(later);
            assertTrue(published.contains(second) && !second.equals(first));
            assertTrue(published(later).contains(first));
            var muchLater = replica(Duration.ofDays(31).plusHours(2));
            assertEquals(List.of(second), published(muchLater));
        } finally {
            pool.query("delete from signing_keys where signs_from > now() + interval '1 hour'")
                    .execute()
                    .chain(() -> pool.query("update signing_keys set retired_at = null")
                            .execute())
                    .await()
                    .indefinitely();
        }
    }

    /** A replica of the provider so much later, that has read no key yet. */
    private SigningKeys replica(Duration later) {
        return new SigningKeys(store, factory, config, Clock.offset(clock, later));
    }

    private static void rotate(SigningKeys replica) {
        replica.rotate().await().indefinitely();
    }

    private static String keyId(SigningKeys replica) {
        return replica.current(JWSAlgorithm.RS256).await().indefinitely().jwk().getKeyID();
    }

    private static List<String> published(SigningKeys replica) {
        return replica.published().await().indefinitely().getKeys().stream()
                .filter(key -> JWSAlgorithm.RS256.equals(key.getAlgorithm()))
                .map(key -> key.getKeyID())
                .toList();
    }
}
