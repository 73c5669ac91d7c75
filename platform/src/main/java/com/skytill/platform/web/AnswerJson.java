package com.skytill.platform.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;

/** How answers are written: snake_case names, money as decimal strings, instants and durations as text, choices in lower case. */
@Singleton
final class AnswerJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        var module = new SimpleModule("skytill");
        module.addSerializer(BigDecimal.class, new AsText<>(BigDecimal::toPlainString));
        module.addSerializer(enumType(), new AsText<>(choice -> choice.name().toLowerCase(Locale.ROOT)));
        mapper.registerModule(module)
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Enum.class has no other type.
    private static Class<Enum<?>> enumType() {
        return (Class) Enum.class;
    }

    private static final class AsText<T> extends JsonSerializer<T> {

        private final Function<T, String> text;

        AsText(Function<T, String> text) {
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(text.apply(value));
        }
    }
}
