package com.skytill.platform.parameter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a parameter is, for the contract: taken from the very lines that read it.
 *
 * @param name as callers write it
 * @param text what it means, its unit, its limits in words
 * @param mandatory whether a request without it is refused
 * @param schema JSON Schema keywords beside the description: {@code type}, {@code minimum}, {@code enum} …
 * @param standard the value taken when it is absent, as text
 * @param secret whether its value must never be stored or shown in the clear
 */
public record ParameterDescription(
        String name,
        String text,
        boolean mandatory,
        Map<String, Object> schema,
        Optional<String> standard,
        boolean secret) {

    public ParameterDescription {
        schema = Map.copyOf(schema);
    }

    /** A value as callers write it, if there is one worth showing. */
    public Optional<String> example() {
        return Optional.ofNullable((String) schema.get(Parameter.EXAMPLE));
    }

    /** The values that it may have, when they are few and fixed. */
    public List<?> choices() {
        return schema.get("enum") instanceof List<?> values ? values : List.of();
    }
}
