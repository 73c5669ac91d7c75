package com.skytill.local.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import com.skytill.local.api.Api;
import com.skytill.local.api.ApiAnswer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The loader's calls through the gateway: never faster than it takes them, and none of them twice. */
final class Calls {

    private static final int MOST_OF_A_PAGE = 500;
    private static final int ATTEMPTS = 20;
    private static final Set<Integer> DONE = Set.of(200, 201);
    private static final Set<Integer> LATER = Set.of(429, 503);
    private static final String KEY_IN_USE = "idempotency_key_in_use";

    private final Api api;
    private final Token token;

    /** Gives an access token that is valid now. */
    @FunctionalInterface
    interface Token {
        /** The token itself. */
        String value() throws IOException;
    }

    Calls(Api api, Token token) {
        this.api = api;
        this.token = token;
    }

    /** An update, under a key of the demonstration's own: sent again after an interruption, it is not done again. */
    JsonNode update(String operation, Map<String, ?> parameters, String key)
            throws IOException, InterruptedException, DemonstrationFailure {
        var keyed = new LinkedHashMap<String, Object>(parameters);
        // Of visible ASCII characters, whatever the names are that it is made of.
        var name = UUID.nameUUIDFromBytes((operation + " " + key).getBytes(StandardCharsets.UTF_8));
        keyed.put("idempotency_key", "demonstration-" + name);
        return call(operation, keyed).json();
    }

    /** One thing. */
    JsonNode get(String operation, Map<String, ?> parameters)
            throws IOException, InterruptedException, DemonstrationFailure {
        return call(operation, parameters).json();
    }

    /** All items of a list, page by page. */
    List<JsonNode> list(String operation, Map<String, ?> parameters)
            throws IOException, InterruptedException, DemonstrationFailure {
        var items = new ArrayList<JsonNode>();
        var page = new HashMap<String, Object>(parameters);
        page.put("limit", MOST_OF_A_PAGE);
        while (true) {
            var answer = call(operation, page).json();
            answer.path("items").forEach(items::add);
            if (!answer.hasNonNull("next")) {
                return items;
            }
            page.put("after", answer.path("next").asText());
        }
    }

    /** What a list has already: the items' IDs by the member that names them. */
    Map<String, Long> known(String operation, String name, String id)
            throws IOException, InterruptedException, DemonstrationFailure {
        var known = new HashMap<String, Long>();
        for (var item : list(operation, Map.of())) {
            known.put(item.path(name).asText(), item.path(id).asLong());
        }
        return known;
    }

    private ApiAnswer call(String operation, Map<String, ?> parameters)
            throws IOException, InterruptedException, DemonstrationFailure {
        for (int attempt = 1; ; attempt++) {
            var answer = api.post(operation, parameters, token.value());
            if (DONE.contains(answer.status())) {
                return answer;
            }
            boolean later = LATER.contains(answer.status()) || answer.code().equals(KEY_IN_USE);
            if (!later || attempt == ATTEMPTS) {
                throw new DemonstrationFailure(operation + " answered " + answer.status() + ": " + answer.body());
            }
            Thread.sleep(pause(answer));
        }
    }

    private static Duration pause(ApiAnswer answer) {
        String seconds = answer.header("Retry-After");
        return Duration.ofSeconds(seconds.matches("[0-9]{1,3}") ? Long.parseLong(seconds) : 1);
    }
}
