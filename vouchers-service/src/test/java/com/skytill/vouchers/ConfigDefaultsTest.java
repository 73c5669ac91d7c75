package com.skytill.vouchers;

import com.skytill.vouchers.session.SessionConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Period;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ConfigDefaultsTest {

    @Test
    void sessionsAreWatchedAsDesigned() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(SessionConfig.class)
                .build()
                .getConfigMapping(SessionConfig.class);
        assertEquals(Duration.ofMinutes(5), config.interimInterval());
        assertEquals(Duration.ofMinutes(10), config.idleTimeout());
        assertEquals(Duration.ofMinutes(2), config.claimWindow());
        assertEquals(Duration.ofMinutes(15), config.liveWindow());
        assertEquals(Period.ofMonths(24), config.retention());
    }
}
