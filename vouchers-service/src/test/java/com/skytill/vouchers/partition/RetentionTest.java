package com.skytill.vouchers.partition;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class RetentionTest {

    @ParameterizedTest
    @CsvSource({"P2M, 2", "P24M, 24", "P2Y, 24", "P1Y6M, 18", "P100Y, 1200"})
    void wholeMonthsAreTaken(Period retention, int months) {
        assertEquals(months, PartitionJob.months(retention));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1M", "P0M", "P-3M", "P3M1D", "P90D", "P3M-1D", "P12W", "P1201M", "P2147483647Y"})
    void everythingElseFailsTheStart(Period retention) {
        assertThrows(IllegalArgumentException.class, () -> PartitionJob.months(retention));
    }
}
