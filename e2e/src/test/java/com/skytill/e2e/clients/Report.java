package com.skytill.e2e.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.ArrayList;
import java.util.List;

/**
 * What a client did, step by step.
 *
 * @param steps each with its name, and what the client saw there
 */
record Report(List<JsonNode> steps) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Report {
        steps = List.copyOf(steps);
    }

    static Report parse(String lines) throws JsonProcessingException {
        var steps = new ArrayList<JsonNode>();
        for (var line : lines.lines().toList()) {
            steps.add(JSON.readTree(line));
        }
        return new Report(steps);
    }

    List<String> names() {
        return steps.stream().map(step -> step.path("step").asText()).toList();
    }

    /** What the client saw in a step. */
    JsonNode step(String name) {
        return steps.stream()
                .filter(step -> step.path("step").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no step " + name + " in " + names()));
    }

    /** A text among what the client saw in a step, by its JSON pointer. */
    String text(String name, String pointer) {
        return step(name).at(pointer).asText();
    }

    /** The pages that the person met in a step. */
    List<String> pages(String name) {
        var pages = new ArrayList<String>();
        step(name).path("pages").forEach(page -> pages.add(page.asText()));
        return pages;
    }
}
