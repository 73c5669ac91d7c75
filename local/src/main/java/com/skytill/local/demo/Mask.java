package com.skytill.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Set;

/** Hides secrets in what is shown. */
final class Mask {

    /** What a secret is shown as. */
    static final String HIDDEN = "••••••";

    private static final Set<String> SECRETS =
            Set.of("access_token", "refresh_token", "id_token", "client_secret", "coa_secret", "password");

    private Mask() {}

    /** A copy in which every secret member is hidden. */
    static JsonNode hide(JsonNode json) {
        JsonNode copy = json.deepCopy();
        hideIn(copy);
        return copy;
    }

    private static void hideIn(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(member -> SECRETS.contains(member.getKey())
                            && member.getValue().isTextual())
                    .map(member -> member.getKey())
                    .toList()
                    .forEach(name -> object.put(name, HIDDEN));
        }
        json.forEach(Mask::hideIn);
    }
}
