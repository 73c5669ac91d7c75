package com.skytill.platform.parameter;

/** What a text must be before any rule of its own is asked. */
final class Texts {

    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** The text without space around it; refuses control characters and what was not valid UTF-8. */
    static String clean(String raw, boolean multiline) {
        check(raw, multiline);
        return raw.strip();
    }

    /** The text of a file, whose blank lines count; refuses the same. */
    static String whole(String raw) {
        check(raw, true);
        return raw;
    }

    private static void check(String raw, boolean multiline) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean lineBreak = c == '\n' || c == '\r' || c == '\t';
            if (Character.isISOControl(c) && !(multiline && lineBreak)) {
                throw new MalformedValue("must not contain control characters");
            }
            if (c == REPLACEMENT || loneSurrogate(raw, i)) {
                throw new MalformedValue("must be valid UTF-8");
            }
        }
        if (raw.isBlank()) {
            throw new MalformedValue("must not be blank");
        }
    }

    private static boolean loneSurrogate(String raw, int i) {
        char c = raw.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == raw.length() || !Character.isLowSurrogate(raw.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(raw.charAt(i - 1)));
    }
}
