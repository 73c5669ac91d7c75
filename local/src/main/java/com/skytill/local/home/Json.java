package com.skytill.local.home;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Flat JSON objects in private files: secrets, ports, credentials. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};

    private Json() {}

    /** The members of a file, none when there is no such file. */
    static Map<String, String> read(Path file) throws IOException {
        return Files.exists(file) ? MAPPER.readValue(file.toFile(), TEXTS) : new LinkedHashMap<>();
    }

    static void write(Path file, Map<String, ?> members) throws IOException {
        PrivateFiles.write(file, MAPPER.writeValueAsString(members) + "\n");
    }
}
