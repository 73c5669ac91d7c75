package com.skytill.platform.parameter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One parameter while it is being read. It ends with {@link #mandatory}, {@link #optional} or {@link #orElse}, which give the
 * value, or null and a fault noted with the reader when there is no usable one.
 */
public sealed class Parameter<T> permits TextParameter, NumberParameter {

    /** The keyword that holds the example. */
    static final String EXAMPLE = "example";

    private final ParameterReader reader;
    private final String name;
    private final String text;
    private final Map<String, Object> schema = new LinkedHashMap<>();
    private Function<String, T> parse;
    private boolean secret;

    Parameter(ParameterReader reader, String name, String text, Function<String, T> parse) {
        this.reader = reader;
        this.name = name;
        this.text = text;
        this.parse = parse;
    }

    /** Demands more of the value than its form. */
    public Parameter<T> which(Predicate<T> rule, String message) {
        addRule(rule, message);
        return this;
    }

    /** A value as callers write it, for the contract and the guide; it has to be one that is taken. */
    public Parameter<T> example(String value) {
        schema.put(EXAMPLE, value);
        return this;
    }

    /** The same read further, as what its notation means; the function fails with {@link MalformedValue}. */
    public <R> Parameter<R> as(Function<T, R> notation) {
        var further = new Parameter<>(reader, name, text, parse.andThen(notation));
        further.schema.putAll(schema);
        further.secret = secret;
        return further;
    }

    /** Its value is a secret: kept out of the ledger, answers and logs. */
    public Parameter<T> secret() {
        secret = true;
        return this;
    }

    /** The value; its absence is a fault. */
    public T mandatory() {
        return reader.read(describe(true, Optional.empty()), parse);
    }

    /** The value, or null when absent. */
    public T optional() {
        return reader.read(describe(false, Optional.empty()), parse);
    }

    /** The value, or the standard one when absent. */
    public T orElse(T standard) {
        T value = reader.read(describe(false, Optional.of(shown(standard))), parse);
        return value == null ? standard : value;
    }

    final void addRule(Predicate<T> rule, String message) {
        var before = parse;
        parse = raw -> {
            T value = before.apply(raw);
            if (!rule.test(value)) {
                throw new MalformedValue(message);
            }
            return value;
        };
    }

    final Parameter<T> keyword(String keyword, Object value) {
        schema.put(keyword, value);
        return this;
    }

    private ParameterDescription describe(boolean mandatory, Optional<String> standard) {
        return new ParameterDescription(name, text, mandatory, schema, standard, secret);
    }

    private static String shown(Object standard) {
        return standard instanceof Enum<?> choice ? Choices.code(choice) : String.valueOf(standard);
    }
}
