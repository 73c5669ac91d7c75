package com.skytill.gateway.route;

import com.skytill.gateway.answer.Answers;
import com.skytill.gateway.answer.Refusal;
import com.skytill.gateway.contract.Contract;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

/** The gateway's own pages: where things are, and the merged OpenAPI document. */
@Singleton
final class PageRoutes {

    private static final String JSON = "application/json";

    private final Contract contract;
    private final Answers answers;
    private final Buffer landing;

    PageRoutes(Contract contract, Answers answers, @ConfigProperty(name = "skytill.public-url") String publicUrl) {
        this.contract = contract;
        this.answers = answers;
        this.landing = new JsonObject()
                .put("name", "Skytill")
                .put("openapi", publicUrl + "/openapi")
                .put("health", publicUrl + "/q/health")
                .put("authorization_server", publicUrl + "/.well-known/oauth-authorization-server")
                .toBuffer();
    }

    /** Answers the pages there are; false for other paths. */
    boolean handle(HttpServerRequest request, String path) {
        return switch (path) {
            case "/" -> page(request, JSON, landing);
            case "/openapi" -> page(request, "application/openapi+json;version=3.1", contract.openApi());
            default -> false;
        };
    }

    private boolean page(HttpServerRequest request, String contentType, Buffer body) {
        if (!HttpMethod.GET.equals(request.method()) && !HttpMethod.HEAD.equals(request.method())) {
            throw Refusal.method("GET, HEAD");
        }
        answers.ok(request, contentType, "no-cache", body);
        return true;
    }
}
