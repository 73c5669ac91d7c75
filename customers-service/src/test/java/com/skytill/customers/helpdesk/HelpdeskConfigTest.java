package com.skytill.customers.helpdesk;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;

class HelpdeskConfigTest {

    @Test
    void reasonIsNotRequiredUnlessTheWispSaysSo() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(HelpdeskConfig.class)
                .build()
                .getConfigMapping(HelpdeskConfig.class);
        assertFalse(config.reasonRequired());
    }
}
