package com.skytill.vouchers.account;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MonthUsageTest {

    private static final String MOST = "9223372036854775807";

    @ParameterizedTest
    @CsvSource({
        // cap, top-ups, used, left, capped
        ",0,0,,false",
        ",500,10,,false",
        "100,0,0,100,false",
        "100,0,99,1,false",
        "100,0,100,0,true",
        "100,0,150,0,true",
        "100,50,100,50,false",
        "100,50,149,1,false",
        "100,50,150,0,true",
        "100,50,200,0,true",
        MOST + ",0,1,9223372036854775806,false",
        MOST + "," + MOST + ",0," + MOST + ",false",
        "1," + MOST + "," + MOST + ",1,false",
        "1,0," + MOST + ",0,true",
    })
    void tellsWhatIsLeft(Long cap, long topups, long used, Long left, boolean capped) {
        var month = new MonthUsage(LocalDate.of(2026, 11, 1), used, 0, cap, topups);
        assertEquals(left, month.left());
        assertEquals(capped, month.capped());
    }
}
