package com.skytill.platform.web;

import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a problem as the answer, with the headers that its status asks for. */
@Singleton
public final class ProblemWriter {

    private static final String REALM = "Bearer realm=\"skytill\"";

    private final String publicUrl;

    ProblemWriter(@ConfigProperty(name = "skytill.public-url") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Answers with that problem; ends the connection when another answer has begun. */
    public void write(RoutingContext context, Problem problem) {
        var response = context.response();
        if (response.headWritten()) {
            // Not reset(): Quarkus would count the request as running for ever, and wait for it when it stops.
            context.request().connection().close();
            return;
        }
        response.setStatusCode(problem.code().status());
        headers(problem, context.request().getHeader(HttpHeaders.AUTHORIZATION) != null)
                .forEach((name, value) -> response.putHeader(name, value));
        response.end(body(problem, RequestIds.of(context)));
    }

    /** The body of that problem. */
    public String body(Problem problem, String requestId) {
        return problem.toJson(publicUrl, requestId).encode();
    }

    /** The headers of that problem; the challenge names an error only to who showed a token (RFC 6750 §3.1). */
    public static Map<String, String> headers(Problem problem, boolean showedToken) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", Problem.MEDIA_TYPE);
        headers.put("Cache-Control", "no-store");
        if (problem.code() == ProblemCode.INVALID_TOKEN) {
            headers.put("WWW-Authenticate", showedToken ? REALM + ", error=\"invalid_token\"" : REALM);
        }
        if (problem.code().status() == 403) {
            headers.put("WWW-Authenticate", REALM + ", error=\"insufficient_scope\"");
        }
        if (problem.code() == ProblemCode.UPSTREAM_UNAVAILABLE) {
            headers.put("Retry-After", "1");
        }
        return headers;
    }
}
