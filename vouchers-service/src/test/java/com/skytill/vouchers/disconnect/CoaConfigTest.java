package com.skytill.vouchers.disconnect;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CoaConfigTest {

    @Test
    void routersGetSevenSecondsToAnswer() {
        var config =
                new SmallRyeConfigBuilder().withMapping(CoaConfig.class).build().getConfigMapping(CoaConfig.class);
        assertEquals(Optional.empty(), config.secret());
        assertEquals(Duration.ofSeconds(1), config.lookEvery());
        assertEquals(3, config.transmissions());
        assertEquals(Duration.ofSeconds(7), config.patience());
        assertEquals(Duration.ofSeconds(30), config.confirmWithin());
        assertEquals(Duration.ofSeconds(5), config.firstBackoff());
        assertEquals(Duration.ofMinutes(5), config.longestBackoff());
    }
}
