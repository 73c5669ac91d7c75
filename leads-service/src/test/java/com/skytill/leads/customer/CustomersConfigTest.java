package com.skytill.leads.customer;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CustomersConfigTest {

    @Test
    void callerHasAnAnswerWithinThreeSeconds() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(CustomersConfig.class)
                .withDefaultValue("skytill.customers.url", "http://127.0.0.1:1")
                .build()
                .getConfigMapping(CustomersConfig.class);
        assertEquals(Duration.ofMillis(2500), config.patience());
        assertTrue(config.connectTimeout().compareTo(config.patience()) < 0);
        assertEquals(10, config.atOnce());
    }
}
