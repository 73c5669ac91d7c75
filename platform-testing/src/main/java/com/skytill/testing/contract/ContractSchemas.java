package com.skytill.testing.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes the JSON Schemas of the records that answers are made of, as Jackson writes those records. */
final class ContractSchemas {

    private final Map<String, Object> components = new TreeMap<>();

    /** All schemas that were referred to, by name. */
    Map<String, Object> components() {
        return components;
    }

    /** The schema of that type: a reference for a record, else written in place. */
    Map<String, Object> of(Type type) {
        return switch (type) {
            case ParameterizedType generic
            when raw(generic).equals(Map.class) ->
                ordered("type", "object", "additionalProperties", of(generic.getActualTypeArguments()[1]));
            case ParameterizedType generic
            when Collection.class.isAssignableFrom(raw(generic)) ->
                ordered("type", "array", "items", of(generic.getActualTypeArguments()[0]));
            case Class<?> plain -> ofClass(plain);
            default -> throw new IllegalArgumentException("Answers have no schema for " + type);
        };
    }

    private Map<String, Object> ofClass(Class<?> type) {
        if (type.isRecord()) {
            return reference(type);
        }
        if (type.isEnum()) {
            var choices = Arrays.stream(type.getEnumConstants())
                    .map(choice -> ((Enum<?>) choice).name().toLowerCase(Locale.ROOT))
                    .toList();
            return ordered("type", "string", "enum", choices);
        }
        if (type == long.class || type == Long.class) {
            return ordered("type", "integer", "format", "int64");
        }
        if (type == int.class || type == Integer.class) {
            return ordered("type", "integer", "format", "int32");
        }
        if (type == double.class || type == Double.class) {
            return ordered("type", "number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return ordered("type", "boolean");
        }
        return ordered("type", "string", "format", textFormat(type));
    }

    private static String textFormat(Class<?> type) {
        if (type == Instant.class) {
            return "date-time";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == Duration.class) {
            return "duration";
        }
        if (type == BigDecimal.class) {
            return "decimal";
        }
        if (type == String.class) {
            return null;
        }
        throw new IllegalArgumentException("Answers have no schema for " + type);
    }

    private Map<String, Object> reference(Class<?> type) {
        String name = type.getSimpleName().replaceAll("View$", "");
        if (!components.containsKey(name)) {
            components.put(name, Map.of());
            var properties = new LinkedHashMap<String, Object>();
            for (var component : type.getRecordComponents()) {
                properties.put(snakeCase(component), property(component));
            }
            components.put(name, ordered("type", "object", "properties", properties));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /** A member that may be null says so; those of primitive types can't be. */
    private Map<String, Object> property(RecordComponent component) {
        var schema = of(component.getGenericType());
        if (component.getType().isPrimitive() || !(schema.get("type") instanceof String type)) {
            return schema;
        }
        var nullable = new LinkedHashMap<>(schema);
        nullable.put("type", List.of(type, "null"));
        return nullable;
    }

    private static String snakeCase(RecordComponent component) {
        return ((PropertyNamingStrategies.SnakeCaseStrategy) PropertyNamingStrategies.SNAKE_CASE)
                .translate(component.getName());
    }

    private static Class<?> raw(ParameterizedType generic) {
        return (Class<?>) generic.getRawType();
    }

    /** A map in that order, without members that are null. */
    static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                map.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return map;
    }
}
