package com.skytill.products.fup;

import com.skytill.platform.parameter.MalformedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon-fri 18:00-06:00 | mon,tue,wed,thu,fri 18:00-06:00",
                "sun,sat 00:00-24:00 | sat,sun 00:00-24:00",
                "fri-mon 09:30 - 10:00 | mon,fri,sat,sun 09:30-10:00",
                "mon-mon 00:00-00:01 | mon 00:00-00:01",
                "mon-sun 22:00-00:00 | mon,tue,wed,thu,fri,sat,sun 22:00-00:00",
                "public_holidays 00:00-24:00 | public_holidays 00:00-24:00",
                "public_holidays,sun 06:00-22:00 ;mon 23:59-24:00 | sun,public_holidays 06:00-22:00; mon 23:59-24:00",
            })
    void notationIsReadAndWrittenInOneWay(String given, String written) {
        assertEquals(written, Schedule.parse(given).toString());
        assertEquals(written, Schedule.parse(written).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon-fri | window 1: must be days and hours",
                "18:00-06:00 | window 1: must be days and hours",
                "mon 18:00-06:00; | window 2: must be days and hours",
                "mon 6:00-18:00 | window 1: must be days and hours",
                "mon, tue 06:00-18:00 | window 1: must be days and hours",
                "Mon 06:00-18:00 | window 1: must be days and hours",
                "monday 06:00-18:00 | window 1: its days must be mon",
                "mon-fri-sun 06:00-18:00 | window 1: its days must be mon",
                "mon,,tue 06:00-18:00 | window 1: its days must be mon",
                "mon-public_holidays 06:00-18:00 | window 1: its days must be mon",
                "mon,mon 06:00-18:00 | window 1: must name each day once",
                "mon-wed,wed-fri 06:00-18:00 | window 1: must name each day once",
                "public_holidays,public_holidays 06:00-18:00 | window 1: must name each day once",
                "mon 06:60-18:00 | window 1: its times must be",
                "mon 06:00-25:00 | window 1: its times must be",
                "mon 06:00-24:01 | window 1: its times must be",
                "mon 24:00-06:00 | window 1: must begin before 24:00",
                "mon 06:00-06:00 | window 1: must begin before 24:00 and stop at another time",
            })
    void eachFaultNamesItsWindow(String given, String message) {
        var fault = assertThrows(MalformedValue.class, () -> Schedule.parse(given));
        assertTrue(fault.getMessage().startsWith(message), fault.getMessage());
    }

    @Test
    void windowsThatStopBeforeTheyStartCrossMidnight() {
        assertTrue(BoostWindow.parse("fri 18:00-06:00").crossesMidnight());
        assertTrue(BoostWindow.parse("fri 18:00-00:00").crossesMidnight());
        assertFalse(BoostWindow.parse("fri 18:00-24:00").crossesMidnight());
        assertFalse(BoostWindow.parse("fri 00:00-24:00").crossesMidnight());
    }

    @Test
    void publicHolidaysAreDatesOnce() {
        assertEquals(
                "2026-12-25, 2026-12-26",
                Holidays.parse("2026-12-26,2026-12-25").toString());
        for (var bad : new String[] {
            "2026-02-29", "25-12-2026", "2026-12-25,", "2026-12-25, 2026-12-25", "1999-12-31", "+12026-12-25", "x"
        }) {
            assertThrows(MalformedValue.class, () -> Holidays.parse(bad), bad);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "0%", "1001%", "100000001", "fast", "-5", "5 %", "1.5"})
    void boostsAddSomething(String bad) {
        assertThrows(MalformedValue.class, () -> Speed.ofBoost(bad));
        assertEquals("2048", Speed.ofBoost("2048").toString());
        assertEquals("1000%", Speed.ofBoost("1000%").toString());
    }
}
