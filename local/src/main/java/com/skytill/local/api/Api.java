package com.skytill.local.api;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Calls the suite's operations over HTTP, as any consumer does: {@code POST /api/v1/<operation>} with JSON and a token. */
public final class Api {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final String url;

    /** Calls the API at this address, without trailing slash. */
    public Api(HttpClient http, String url) {
        this.http = http;
        this.url = url;
    }

    /** Calls an operation with a token in the {@code Authorization} header. */
    public ApiAnswer post(String operation, Map<String, ?> parameters, String token)
            throws IOException, InterruptedException {
        var request = request("/api/v1/" + operation)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(parameters)))
                .build();
        return send(request);
    }

    /** A request to a path of this API, to be finished by the caller. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    }

    /** Sends any request and reads its answer, JSON or not. */
    public ApiAnswer send(HttpRequest request) throws IOException, InterruptedException {
        var response = http.send(request, BodyHandlers.ofString());
        var type = response.headers().firstValue("Content-Type").orElse("");
        var json = type.contains("json") && !response.body().isEmpty()
                ? MAPPER.readTree(response.body())
                : MAPPER.missingNode();
        return new ApiAnswer(response.statusCode(), response.headers(), response.body(), json);
    }
}
