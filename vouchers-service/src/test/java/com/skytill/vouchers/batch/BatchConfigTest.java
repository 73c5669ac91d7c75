package com.skytill.vouchers.batch;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.junit.jupiter.api.Assertions.assertEquals;

class BatchConfigTest {

    @Test
    void batchIsTriedForTenMinutes() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(BatchConfig.class)
                .build()
                .getConfigMapping(BatchConfig.class);
        assertEquals(10, config.attempts());
        assertEquals(Duration.ofSeconds(1), config.backoff(1));
        assertEquals(Duration.ofSeconds(8), config.backoff(4));
        assertEquals(Duration.ofMinutes(5), config.backoff(10));
        assertEquals(Duration.ofMinutes(5), config.backoff(1_000_000));
    }
}
