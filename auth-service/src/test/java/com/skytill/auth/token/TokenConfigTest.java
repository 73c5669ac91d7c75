package com.skytill.auth.token;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TokenConfigTest {

    @Test
    void defaultsAreAnHourAndFiveMinutes() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(TokenConfig.class)
                .build()
                .getConfigMapping(TokenConfig.class);
        assertEquals(Duration.ofHours(1), config.accessTokenLifetime());
        assertEquals(Duration.ofMinutes(5), config.phantomTokenLifetime());
    }
}
