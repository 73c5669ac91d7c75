package com.skytill.customers.helpdesk;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TicketStatusTest {

    @ParameterizedTest
    @CsvSource({
        "OPEN, pending on_hold resolved closed",
        "PENDING, open on_hold resolved closed",
        "ON_HOLD, open pending resolved closed",
        "RESOLVED, open closed",
        "CLOSED, ''"
    })
    void stepsAreThoseOfTheTable(TicketStatus from, String allowed) {
        var steps = Set.of(allowed.split(" "));
        for (var to : TicketStatus.values()) {
            // Staying the same is no step.
            if (to == from || steps.contains(to.code())) {
                assertDoesNotThrow(() -> from.requireStep(to));
            } else {
                var refused = assertThrows(ProblemException.class, () -> from.requireStep(to))
                        .problem();
                assertEquals(ProblemCode.ILLEGAL_STATE, refused.code());
                assertTrue(refused.detail().contains(from.code()), refused.detail());
                assertTrue(refused.detail().contains(to.code()), refused.detail());
            }
        }
    }
}
