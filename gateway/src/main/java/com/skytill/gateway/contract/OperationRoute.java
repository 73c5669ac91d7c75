package com.skytill.gateway.contract;

import java.util.Set;

/**
 * Where an operation is served and what it takes to call it, as its service's OpenAPI document says.
 *
 * @param name the operation's name: the path after /api/v1/
 * @param service the service that serves it
 * @param methods the methods that it takes
 * @param permission the permission that it needs; null when any token will do
 * @param update whether it changes anything
 */
public record OperationRoute(String name, String service, Set<String> methods, String permission, boolean update) {

    public OperationRoute {
        methods = Set.copyOf(methods);
    }
}
