package com.skytill.gateway.route;

import com.skytill.gateway.answer.Refusal;
import com.skytill.gateway.contract.OperationRoute;
import io.vertx.core.http.HttpMethod;

import jakarta.inject.Singleton;

import java.util.TreeSet;

/** Which methods an operation takes here: its contract's, HEAD beside a reading GET, and what the operator left on. */
@Singleton
final class Methods {

    private final ApiConfig config;

    Methods(ApiConfig config) {
        this.config = config;
    }

    /** Refuses with 405 when the operation does not take the method. */
    void check(OperationRoute operation, HttpMethod method) {
        String name = HttpMethod.HEAD.equals(method) && !operation.update() ? "GET" : method.name();
        boolean off = operation.update() && HttpMethod.GET.equals(method) && !config.updatesByGet();
        if (off || !operation.methods().contains(name)) {
            throw Refusal.method(allow(operation));
        }
    }

    private String allow(OperationRoute operation) {
        var allowed = new TreeSet<>(operation.methods());
        if (operation.update() && !config.updatesByGet()) {
            allowed.remove("GET");
        }
        if (!operation.update() && allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return String.join(", ", allowed);
    }
}
