package com.skytill.platform.parameter;

import java.util.function.Function;

/** A number, or what is read like one (money, a size in bytes, a speed). */
public final class NumberParameter<T extends Comparable<? super T>> extends Parameter<T> {

    NumberParameter(ParameterReader reader, String name, String text, Function<String, T> parse) {
        super(reader, name, text, parse);
    }

    /** Both limits belong to it. */
    public NumberParameter<T> between(T least, T most) {
        addRule(
                value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                "must be between " + least + " and " + most);
        keyword("minimum", least);
        keyword("maximum", most);
        return like(String.valueOf(least));
    }

    /** {@link #example} that leaves room for limits. */
    NumberParameter<T> like(String value) {
        keyword(EXAMPLE, value);
        return this;
    }
}
