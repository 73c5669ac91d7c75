package com.skytill.e2e.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values that a parameter can't take, derived from its schema. */
public final class BadValues {

    private static final Map<String, List<String>> BY_FORMAT = Map.of(
            "decimal", List.of("abc", "1,5", "1.234", "-1", "1e3", "NaN"),
            "bytes", List.of("abc", "5 XB", "-1", "0", "1,5", "99999999999999999999"),
            "duration", List.of("abc", "1 hour", "PT", "-PT1H", "PT0S", "P1Y"),
            "date-time", List.of("abc", "yesterday", "2026-13-01T00:00:00Z", "2026-01-01", "1700000000"));
    private static final Map<String, List<String>> BY_TYPE = Map.of(
            "integer", List.of("abc", "1.5", "1,5", "0x10", "1e3", "99999999999999999999", "٣"),
            "number", List.of("abc", "1,5", "NaN", "Infinity", "1e3"),
            "boolean", List.of("abc", "1", "yes", "TRUE"));

    private BadValues() {}

    /** Malformed and out-of-range values. */
    public static List<String> of(ContractParameter parameter) {
        var values = new ArrayList<String>();
        values.addAll(BY_FORMAT.getOrDefault(parameter.keyword("format"), List.of()));
        values.addAll(BY_TYPE.getOrDefault(parameter.keyword("type"), List.of()));
        if (parameter.has("enum")) {
            values.add("no_such_choice");
        }
        if (parameter.has("minimum")) {
            values.add(number(parameter, "minimum").subtract(BigDecimal.ONE).toPlainString());
        }
        if (parameter.has("maximum")) {
            values.add(number(parameter, "maximum").add(BigDecimal.ONE).toPlainString());
        }
        if (parameter.has("maxLength")) {
            values.add("x".repeat(parameter.schema().path("maxLength").asInt() + 1));
        }
        if (parameter.keyword("type").equals("string")) {
            values.add("a\u0000b");
            values.add("a\u0007b");
        }
        return values;
    }

    private static BigDecimal number(ContractParameter parameter, String keyword) {
        return new BigDecimal(parameter.keyword(keyword));
    }
}
