package com.skytill.platform.parameter;

import java.util.function.Function;
import java.util.regex.Pattern;

/** A text: trimmed, of one line and without control characters unless it says otherwise. */
public final class TextParameter extends Parameter<String> {

    TextParameter(ParameterReader reader, String name, String text, Function<String, String> clean) {
        super(reader, name, text, clean);
        keyword("type", "string");
    }

    /** At most so many characters (Unicode code points). */
    public TextParameter max(int characters) {
        addRule(
                value -> value.codePointCount(0, value.length()) <= characters,
                "must have at most " + characters + " characters");
        keyword("maxLength", characters);
        return this;
    }

    /** At least so many characters (Unicode code points). */
    public TextParameter min(int characters) {
        addRule(
                value -> value.codePointCount(0, value.length()) >= characters,
                "must have at least " + characters + " characters");
        keyword("minLength", characters);
        return this;
    }

    /** Matches the whole pattern; the message says so in words: {@code must be …}. */
    public TextParameter matching(Pattern pattern, String message) {
        addRule(value -> pattern.matcher(value).matches(), message);
        keyword("pattern", "^" + pattern.pattern() + "$");
        return this;
    }
}
