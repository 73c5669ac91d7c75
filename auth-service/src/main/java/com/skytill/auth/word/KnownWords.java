package com.skytill.auth.word;

import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.NearestName;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads parameters that list words of a known few; an unknown word is refused by its name, with the nearest. */
public final class KnownWords {

    /** Stands for an empty list, which an empty parameter can't: that counts as absent. */
    public static final String NONE = "none";

    private static final int MOST_CHARACTERS = 1000;
    private static final int MOST_SHOWN = 40;

    private KnownWords() {}

    /** The words given, each once, in the order of the known ones; null when the parameter is absent or faulty. */
    public static List<String> read(ParameterReader in, String name, String text, Collection<String> known) {
        return read(in, name, text + "; separated by spaces or commas: " + String.join(", ", known), known, false);
    }

    /** The same where the list may be empty: {@link #NONE}. */
    public static List<String> readOrNone(ParameterReader in, String name, String text, Collection<String> known) {
        String choices = "; separated by spaces or commas, " + NONE + " for none: " + String.join(", ", known);
        return read(in, name, text + choices, known, true);
    }

    private static List<String> read(
            ParameterReader in, String name, String text, Collection<String> known, boolean orNone) {
        String given = in.text(name, text).max(MOST_CHARACTERS).optional();
        if (given == null) {
            return null;
        }
        var words = Arrays.stream(given.split("[ ,]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
        if (orNone && words.equals(Set.of(NONE))) {
            return List.of();
        }
        var unknown =
                words.stream().filter(word -> !known.contains(word)).sorted().toList();
        if (words.isEmpty() || !unknown.isEmpty()) {
            in.refuse(name, words.isEmpty() ? "must have words" : refusal(unknown, known));
            return null;
        }
        return known.stream().filter(words::contains).toList();
    }

    private static String refusal(List<String> unknown, Collection<String> known) {
        return unknown.stream()
                .map(word -> shown(word)
                        + NearestName.of(word, known)
                                .map(nearest -> " is unknown; did you mean " + nearest + "?")
                                .orElse(" is unknown"))
                .collect(Collectors.joining(" "));
    }

    private static String shown(String word) {
        return word.codePointCount(0, word.length()) <= MOST_SHOWN
                ? word
                : word.substring(0, word.offsetByCodePoints(0, MOST_SHOWN)) + "…";
    }
}
