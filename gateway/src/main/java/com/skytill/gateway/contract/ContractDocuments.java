package com.skytill.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the OpenAPI documents that the build packaged. */
final class ContractDocuments {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private ContractDocuments() {}

    /** The documents by service, in the configured order; services without one are left out. */
    static Map<String, ObjectNode> read(ContractConfig config) {
        var documents = new LinkedHashMap<String, ObjectNode>();
        for (var service : config.services()) {
            var document = read(config.folder() + "/" + service + "/openapi.yaml");
            if (document instanceof ObjectNode object) {
                documents.put(service, object);
            }
        }
        return documents;
    }

    private static JsonNode read(String resource) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return in == null ? null : YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The contract " + resource + " can't be read", e);
        }
    }
}
