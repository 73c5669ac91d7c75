package com.skytill.platform.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a misspelt name was probably meant to be. */
public final class NearestName {

    private NearestName() {}

    /** The known name nearest to the given one, if no more than a third of its letters differ. */
    public static Optional<String> of(String given, Collection<String> known) {
        int tolerance = Math.max(1, given.length() / 3);
        return known.stream()
                .filter(name -> Math.abs(name.length() - given.length()) <= tolerance)
                .min(Comparator.comparingInt((String name) -> distance(given, name)).thenComparing(name -> name))
                .filter(name -> distance(given, name) <= tolerance);
    }

    /** Levenshtein's distance, letters' case ignored. */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        int[] current = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                int replaced = previous[j - 1] + (same ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] spent = previous;
            previous = current;
            current = spent;
        }
        return previous[other.length()];
    }
}
