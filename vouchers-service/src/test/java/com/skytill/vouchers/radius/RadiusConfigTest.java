package com.skytill.vouchers.radius;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class RadiusConfigTest {

    @Test
    void databaseGetsLessTimeThanFreeRadiusWaits() {
        var config = builder()
                .withDefaultValue("skytill.radius.api-token", "t")
                .build()
                .getConfigMapping(RadiusConfig.class);
        assertEquals(Duration.ofMillis(2500), config.patience());
        assertEquals(64, config.accountingBatch());
        assertEquals(2, config.accountingBatchesAtOnce());
    }

    @Test
    void tokenHasNoDefault() {
        assertThrows(ConfigValidationException.class, () -> builder().build());
    }

    private static SmallRyeConfigBuilder builder() {
        return new SmallRyeConfigBuilder().withMapping(RadiusConfig.class);
    }
}
