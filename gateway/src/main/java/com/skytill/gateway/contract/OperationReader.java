package com.skytill.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Takes the operations out of one service's OpenAPI document. */
final class OperationReader {

    static final String API = "/api/v1/";

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String PERMISSION = "x-skytill-permission";
    private static final String UPDATE = "x-skytill-update";

    private OperationReader() {}

    /** The operations; a document that leaves an operation's permission open fails the start. */
    static List<OperationRoute> read(String service, JsonNode document) {
        var routes = new ArrayList<OperationRoute>();
        document.path("paths").properties().forEach(path -> {
            if (isOperation(path.getKey())) {
                routes.add(read(service, path.getKey().substring(API.length()), path.getValue()));
            }
        });
        return routes;
    }

    static boolean isOperation(String path) {
        return path.startsWith(API) && path.substring(API.length()).matches("[a-z][a-z0-9_]*");
    }

    private static OperationRoute read(String service, String name, JsonNode item) {
        var methods = new TreeSet<String>();
        var permissions = new TreeSet<String>();
        boolean update = item.path(UPDATE).asBoolean();
        for (var entry : item.properties()) {
            if (METHODS.contains(entry.getKey())) {
                methods.add(entry.getKey().toUpperCase(Locale.ROOT));
                permissions.add(entry.getValue()
                        .path(PERMISSION)
                        .asText(item.path(PERMISSION).asText()));
                update |= entry.getValue().path(UPDATE).asBoolean();
            }
        }
        if (permissions.size() != 1 || permissions.first().isEmpty()) {
            throw new IllegalStateException("The contract of " + service + " must give " + name + " one " + PERMISSION
                    + ", not " + permissions);
        }
        String permission = permissions.first();
        return new OperationRoute(name, service, methods, "any".equals(permission) ? null : permission, update);
    }
}
