package com.skytill.platform.parameter;

import com.skytill.platform.problem.ParameterFault;
import com.skytill.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ClearedTest {

    private static final List<String> CLEARABLE = List.of("address", "notes");

    @Test
    void picksWhatIsClearedGivenOrWas() {
        var cleared = read(Map.of("clear", "address"));
        assertNull(cleared.pick("address", null, "was"));
        assertEquals("was", cleared.pick("notes", null, "was"));
        assertEquals("given", cleared.pick("notes", "given", "was"));
        assertEquals("was", read(Map.of("clear", "", "notes", "n")).pick("address", null, "was"));
    }

    @Test
    void refusesWhatCanNotBeCleared() {
        assertEquals(
                "clear: notess can't be cleared; did you mean notes?",
                faults(Map.of("clear", "notess")).getFirst());
        assertEquals(
                "clear: an empty name can't be cleared",
                faults(Map.of("clear", "notes,")).getFirst());
        assertEquals(
                List.of("notes: is to be cleared too; either give it or clear it"),
                faults(Map.of("clear", "address, notes", "notes", "x")));
        assertEquals(
                List.of("name: nothing is to change: give this or another parameter that may change"),
                faults(Map.of("notes", "")));
    }

    private static List<String> faults(Map<String, String> request) {
        var thrown = assertThrows(ProblemException.class, () -> read(request));
        return thrown.problem().errors().stream().map(ClearedTest::shown).toList();
    }

    private static String shown(ParameterFault fault) {
        return fault.parameter() + ": " + fault.message();
    }

    private static Cleared read(Map<String, String> request) {
        var in = ParameterReader.reading(RawParameters.of(request));
        var unused = List.of(
                String.valueOf(in.text("name", "").optional()),
                String.valueOf(in.text("address", "").optional()),
                String.valueOf(in.text("notes", "").optional()));
        var cleared = Cleared.read(in, CLEARABLE);
        Cleared.requireSome(in, List.of("name"), CLEARABLE);
        in.finish();
        return cleared;
    }
}
