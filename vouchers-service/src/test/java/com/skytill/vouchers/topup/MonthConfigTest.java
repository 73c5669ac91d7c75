package com.skytill.vouchers.topup;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MonthConfigTest {

    @Test
    void idleAccountsAreClosedAnHourAfterTheMonth() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(MonthConfig.class)
                .build()
                .getConfigMapping(MonthConfig.class);
        assertEquals(Duration.ofHours(1), config.closeAfter());
        assertEquals(Duration.ofMinutes(1), config.lookEvery());
    }
}
