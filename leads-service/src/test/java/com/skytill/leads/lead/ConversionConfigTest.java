package com.skytill.leads.lead;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ConversionConfigTest {

    @Test
    void callHasEndedAfterAMinute() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(ConversionConfig.class)
                .build()
                .getConfigMapping(ConversionConfig.class);
        assertEquals(Duration.ofMinutes(1), config.settledAfter());
    }
}
