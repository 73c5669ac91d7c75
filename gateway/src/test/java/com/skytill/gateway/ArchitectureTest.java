package com.skytill.gateway;

import com.skytill.testing.architecture.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void houseRulesHold() {
        HouseRules.check("gateway");
    }
}
