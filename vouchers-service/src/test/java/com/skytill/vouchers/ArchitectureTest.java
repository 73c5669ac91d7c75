package com.skytill.vouchers;

import com.skytill.testing.architecture.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheHouseRules() {
        HouseRules.check("vouchers");
    }
}
