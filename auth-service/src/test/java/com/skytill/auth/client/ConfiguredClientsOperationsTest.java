package com.skytill.auth.client;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConfiguredClientsOperationsTest {

    @Test
    void shortSecretIsRefusedByItsKey() {
        String secret = "x".repeat(31);
        var refused = assertThrows(IllegalStateException.class, () -> clients(secret));
        assertTrue(refused.getMessage().contains("skytill.internal-clients.gateway.secret"));
        assertFalse(refused.getMessage().contains(secret));
        assertDoesNotThrow(() -> clients("x".repeat(32)));
    }

    private static Clients clients(String secret) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(InternalClientsConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of("skytill.internal-clients.gateway.secret", secret), "test", 1))
                .build()
                .getConfigMapping(InternalClientsConfig.class);
        return new Clients(config, null);
    }
}
