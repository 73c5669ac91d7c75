package com.skytill.e2e.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All operations of the suite, from the services' committed OpenAPI documents. */
public final class Contracts {

    private static final String PREFIX = "/api/v1/";

    private Contracts() {}

    /** Every operation of every service. */
    public static List<ContractOperation> operations() {
        var root = Path.of(System.getProperty("skytill.root"));
        try (Stream<Path> folders = Files.list(root)) {
            var operations = new ArrayList<ContractOperation>();
            for (var folder : folders.sorted().toList()) {
                var document = folder.resolve("openapi.yaml");
                if (Files.exists(document)) {
                    operations.addAll(operations(new YAMLMapper().readTree(document.toFile())));
                }
            }
            return operations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each path of the API with its methods, as the documents have them. */
    public static Map<String, JsonNode> paths() throws IOException {
        var root = Path.of(System.getProperty("skytill.root"));
        var paths = new TreeMap<String, JsonNode>();
        try (Stream<Path> folders = Files.list(root)) {
            for (var folder : folders.toList()) {
                var document = folder.resolve("openapi.yaml");
                if (Files.exists(document)) {
                    new YAMLMapper()
                            .readTree(document.toFile())
                            .path("paths")
                            .properties()
                            .forEach(path -> paths.put(path.getKey(), path.getValue()));
                }
            }
        }
        return paths;
    }

    private static List<ContractOperation> operations(JsonNode document) {
        var operations = new ArrayList<ContractOperation>();
        document.path("paths").properties().forEach(path -> {
            var get = path.getValue().path("get");
            if (path.getKey().startsWith(PREFIX) && get.has("x-skytill-permission")) {
                operations.add(new ContractOperation(
                        path.getKey().substring(PREFIX.length()),
                        get.path("x-skytill-permission").asText(),
                        get.path("x-skytill-update").asBoolean(),
                        parameters(get)));
            }
        });
        return operations;
    }

    private static List<ContractParameter> parameters(JsonNode get) {
        var parameters = new ArrayList<ContractParameter>();
        get.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                parameters.add(new ContractParameter(
                        parameter.path("name").asText(),
                        parameter.path("required").asBoolean(),
                        parameter.path("schema")));
            }
        });
        return parameters;
    }
}
