package com.skytill.platform.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt name was probably meant to be. */
public final class NearestName {

    private NearestName() {}

    /** The known name nearest to the given one, if no more than half of its letters differ. */
    public static Optional<String> of(String given, Collection<String> known) {
        int tolerance = Math.max(2, given.length() / 2);
        return known.stream()
                .filter(name -> Math.abs(name.length() - given.length()) <= tolerance)
                .min(Comparator.comparingInt((String name) -> distance(given, name))
                        .thenComparing(name -> name))
                .filter(name -> distance(given, name) <= tolerance);
    }

    /** Levenshtein's distance with swapped neighbours counted once (optimal string alignment), letters' case ignored. */
    private static int distance(String given, String known) {
        String one = given.toLowerCase(Locale.ROOT);
        String other = known.toLowerCase(Locale.ROOT);
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && swapped(one, i, other, j)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }

    private static boolean swapped(String one, int i, String other, int j) {
        return one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
