package com.skytill.gateway.text;

/** A set of ASCII characters that a text may be written in, for checks on every request. */
public final class Alphabet {

    private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final boolean[] members = new boolean[128];

    private Alphabet(String characters) {
        characters.chars().forEach(c -> members[c] = true);
    }

    /** The ASCII letters and digits, and these characters. */
    public static Alphabet lettersDigitsAnd(String others) {
        return new Alphabet(LETTERS_AND_DIGITS + others);
    }

    /** Whether that text is written in this alphabet; the empty one is. */
    public boolean spells(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= members.length || !members[c]) {
                return false;
            }
        }
        return true;
    }
}
