package com.skytill.platform.parameter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Enum constants as callers write them: in lower case. */
final class Choices {

    private Choices() {}

    static String code(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    static List<String> codes(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Choices::code).toList();
    }

    static <E extends Enum<E>> E parse(Class<E> type, String raw) {
        for (E choice : type.getEnumConstants()) {
            if (code(choice).equals(raw)) {
                return choice;
            }
        }
        throw new MalformedValue("must be one of " + String.join(", ", codes(type)));
    }
}
