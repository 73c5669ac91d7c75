package com.skytill.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.skytill.local.api.ApiAnswer;
import com.skytill.local.radius.RadiusAnswer;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Tells the demo: what happens in words, then the request and the answer as they were. */
final class Narrator {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final PrintStream out;
    private int step;

    Narrator(PrintStream out) {
        this.out = out;
    }

    /** Begins the next step. */
    void step(String words) {
        step++;
        out.println();
        out.println(step + ". " + words);
    }

    void say(String words) {
        out.println("   " + words);
    }

    void request(String line, Map<String, ?> parameters) {
        out.println("   → " + line);
        show(Mask.hide(MAPPER.valueToTree(parameters)));
    }

    void answer(ApiAnswer answer) {
        out.println("   ← " + answer.status());
        if (answer.json().isContainerNode()) {
            show(Mask.hide(answer.json()));
        } else if (!answer.body().isBlank()) {
            out.println("     " + answer.body());
        }
    }

    void radius(String request, List<String> attributes, RadiusAnswer answer) {
        out.println("   → " + request);
        attributes.forEach(attribute -> out.println("     " + attribute));
        out.println("   ← " + answer.code());
        answer.attributes().stream()
                .filter(attribute -> !attribute.name().equals("Message-Authenticator"))
                .forEach(attribute -> out.println("     " + attribute.name() + " = " + attribute.value()));
    }

    private void show(JsonNode json) {
        try {
            MAPPER.writeValueAsString(json).lines().forEach(line -> out.println("     " + line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON that was read can be written", e);
        }
    }
}
