package com.skytill.customers.word;

import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.NearestName;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads parameters that list some of an enum's constants, as text or as a JSON array; an unknown one is refused by name. */
public final class WordList {

    /** Stands for an empty list, which an empty parameter can't: that counts as absent. */
    private static final String NONE = "none";

    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_SHOWN = 40;

    private WordList() {}

    /** The words given; null when the parameter is absent or faulty. */
    public static <E extends Enum<E>> Set<E> read(ParameterReader in, String name, String text, Class<E> type) {
        return read(in, name, text, type, false);
    }

    /** The same where the list may be empty: {@code none}. */
    public static <E extends Enum<E>> Set<E> readOrNone(ParameterReader in, String name, String text, Class<E> type) {
        return read(in, name, text, type, true);
    }

    private static <E extends Enum<E>> Set<E> read(
            ParameterReader in, String name, String text, Class<E> type, boolean orNone) {
        var known = codes(type);
        String choices =
                "; separated by commas" + (orNone ? ", " + NONE + " for none" : "") + ": " + String.join(", ", known);
        String given = in.text(name, text + choices)
                .max(MOST_CHARACTERS)
                .example(known.getLast())
                .optional();
        if (given == null) {
            return null;
        }
        var words = Arrays.stream(given.split("[\\[\\]\", ]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (orNone && words.equals(List.of(NONE))) {
            return EnumSet.noneOf(type);
        }
        var unknown = words.stream().filter(word -> !known.contains(word)).toList();
        if (words.isEmpty() || !unknown.isEmpty()) {
            in.refuse(name, words.isEmpty() ? "must have words" : refusal(unknown.getFirst(), known));
            return null;
        }
        return words.stream()
                .map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    private static List<String> codes(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String refusal(String unknown, List<String> known) {
        String shown = unknown.length() <= MOST_SHOWN ? unknown : unknown.substring(0, MOST_SHOWN) + "…";
        return NearestName.of(unknown, known)
                .map(nearest -> shown + " is unknown; did you mean " + nearest + "?")
                .orElse(shown + " is unknown");
    }
}
