package com.skytill.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Makes one OpenAPI 3.1 document of the services'. Components carry their service's name, so that none collide. */
final class ContractMerge {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String COMPONENTS = "#/components/";

    private ContractMerge() {}

    static ObjectNode merge(Map<String, ObjectNode> documents, String publicUrl) {
        var merged = NODES.objectNode().put("openapi", "3.1.0");
        merged.putObject("info")
                .put("title", "Skytill")
                .put("version", "v1")
                .put("description", "All operations of the suite");
        merged.putArray("servers").addObject().put("url", publicUrl);
        merged.putArray("security").addObject().putArray("token");
        var tags = merged.putArray("tags");
        var paths = merged.putObject("paths");
        var components = merged.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "An opaque access token, also taken as the parameter access_token");
        var tagNames = new LinkedHashSet<String>();
        documents.forEach((service, document) -> {
            addTags(document, tagNames, tags);
            addPaths(service, document, paths);
            addComponents(service, document, components);
        });
        return merged;
    }

    private static void addTags(ObjectNode document, Set<String> names, ArrayNode tags) {
        for (var tag : document.path("tags")) {
            if (names.add(tag.path("name").asText())) {
                tags.add(tag);
            }
        }
    }

    private static void addPaths(String service, ObjectNode document, ObjectNode paths) {
        document.path("paths").properties().forEach(path -> {
            if (PublicPaths.contains(path.getKey())) {
                var item = (ObjectNode) renamed(service, path.getValue());
                item.forEach(operation -> {
                    if (operation instanceof ObjectNode object) {
                        object.remove("security");
                    }
                });
                paths.set(path.getKey(), item);
            }
        });
    }

    private static void addComponents(String service, ObjectNode document, ObjectNode components) {
        document.path("components").properties().forEach(kind -> {
            if (!"securitySchemes".equals(kind.getKey())) {
                kind.getValue()
                        .properties()
                        .forEach(component -> components
                                .withObjectProperty(kind.getKey())
                                .set(prefixed(service, component.getKey()), renamed(service, component.getValue())));
            }
        });
    }

    /** A copy in which every reference into the components carries the service's prefix. */
    private static JsonNode renamed(String service, JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = NODES.objectNode();
                object.properties().forEach(e -> copy.set(e.getKey(), renamed(service, e.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = NODES.arrayNode(array.size());
                array.forEach(element -> copy.add(renamed(service, element)));
                yield copy;
            }
            case TextNode text
            when text.textValue().startsWith(COMPONENTS) -> {
                int name = text.textValue().indexOf('/', COMPONENTS.length()) + 1;
                yield NODES.textNode(text.textValue().substring(0, name)
                        + prefixed(service, text.textValue().substring(name)));
            }
            default -> node;
        };
    }

    private static String prefixed(String service, String name) {
        return Character.toUpperCase(service.charAt(0)) + service.substring(1) + "_" + name;
    }
}
