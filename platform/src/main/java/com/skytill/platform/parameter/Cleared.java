package com.skytill.platform.parameter;

import com.skytill.platform.problem.NearestName;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an update takes away from an entity. An empty parameter counts as absent everywhere, so it is named instead. */
public record Cleared(Set<String> names) {

    private static final String PARAMETER = "clear";
    private static final int MOST_SHOWN = 40;

    public Cleared {
        names = Set.copyOf(names);
    }

    /** Reads which of those that may be absent are to be. */
    public static Cleared read(ParameterReader in, List<String> clearable) {
        String text = in.text(
                        PARAMETER,
                        "What to take away, separated by commas: any of " + String.join(", ", clearable)
                                + ". A parameter left out or empty changes nothing")
                .max(1000)
                .example(clearable.getLast())
                .optional();
        if (text == null) {
            return new Cleared(Set.of());
        }
        var names = Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toSet());
        for (var name : names) {
            if (!clearable.contains(name)) {
                in.refuse(PARAMETER, refusal(name, clearable));
            } else if (in.given(name)) {
                in.refuse(name, "is to be cleared too; either give it or clear it");
            }
        }
        return new Cleared(names);
    }

    /** Notes a fault when the request changes nothing. */
    public static void requireSome(ParameterReader in, List<String> mandatory, List<String> clearable) {
        boolean some = Stream.of(List.of(PARAMETER), mandatory, clearable)
                .flatMap(List::stream)
                .anyMatch(in::given);
        if (!some) {
            in.refuse(mandatory.getFirst(), "nothing is to change: give this or another parameter that may change");
        }
    }

    /** Whether it is to be absent. */
    public boolean has(String name) {
        return names.contains(name);
    }

    /** What becomes of it: absent when cleared, else what is given, else what it was. */
    public <T> T pick(String name, T given, T before) {
        if (has(name)) {
            return null;
        }
        return given == null ? before : given;
    }

    private static String refusal(String name, List<String> clearable) {
        String no = "can't be cleared";
        if (name.isEmpty()) {
            return "an empty name " + no;
        }
        String shown = name.substring(
                0, name.offsetByCodePoints(0, Math.min(MOST_SHOWN, name.codePointCount(0, name.length()))));
        return NearestName.of(name, clearable)
                .map(nearest -> shown + " " + no + "; did you mean " + nearest + "?")
                .orElse(shown + " " + no);
    }
}
