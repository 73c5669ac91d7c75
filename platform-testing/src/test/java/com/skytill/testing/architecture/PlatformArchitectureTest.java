package com.skytill.testing.architecture;

import org.junit.jupiter.api.Test;

class PlatformArchitectureTest {

    @Test
    void platformKeepsTheHouseRules() {
        HouseRules.check("platform");
    }
}
