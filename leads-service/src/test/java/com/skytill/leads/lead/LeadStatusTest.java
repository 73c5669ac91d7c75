package com.skytill.leads.lead;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.EnumSet;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LeadStatusTest {

    @ParameterizedTest
    @CsvSource({
        "NEW, NEW CONTACTED SURVEY QUOTED LOST",
        "CONTACTED, CONTACTED SURVEY QUOTED LOST",
        "SURVEY, CONTACTED SURVEY QUOTED LOST",
        "QUOTED, CONTACTED SURVEY QUOTED LOST",
        "WON, WON",
        "LOST, CONTACTED LOST"
    })
    void staffMoveItAsDocumented(LeadStatus from, String to) {
        var allowed = EnumSet.noneOf(LeadStatus.class);
        for (String name : to.split(" ", -1)) {
            allowed.add(LeadStatus.valueOf(name));
        }
        var found = EnumSet.noneOf(LeadStatus.class);
        for (var next : LeadStatus.values()) {
            if (from.mayBecome(next)) {
                found.add(next);
            }
        }
        assertEquals(allowed, found);
    }
}
