package com.skytill.platform.update;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class UpdateConfigTest {

    @Test
    void defaultsAreThoseOfTheDomain() {
        var config = config(Map.of());
        assertEquals(
                ReviewPolicy.UNTRUSTED,
                config.getConfigMapping(ReviewConfig.class).standard());
        assertEquals(Map.of(), config.getConfigMapping(ReviewConfig.class).operations());
        assertEquals(
                Duration.ofHours(24),
                config.getConfigMapping(LedgerConfig.class).remembered());
        assertEquals(
                Duration.ofSeconds(5),
                config.getConfigMapping(LedgerConfig.class).patience());
    }

    @Test
    void policiesAreGivenByOperation() {
        var config = config(Map.of("skytill.review.operations.add_data_product", "always"));
        assertEquals(
                Map.of("add_data_product", ReviewPolicy.ALWAYS),
                config.getConfigMapping(ReviewConfig.class).operations());
    }

    @Test
    void misspeltKeysFailTheStart() {
        var misspelt = Map.of("skytill.idempotency.patients", "PT1S");
        assertThrows(ConfigValidationException.class, () -> config(misspelt));
    }

    private static SmallRyeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(ReviewConfig.class)
                .withMapping(LedgerConfig.class)
                .withDefaultValues(values)
                .build();
    }
}
