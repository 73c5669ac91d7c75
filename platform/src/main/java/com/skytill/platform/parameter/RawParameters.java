package com.skytill.platform.parameter;

import com.skytill.platform.problem.ParameterFault;
import com.skytill.platform.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A request's parameters as text, whatever way they came in (query, form, multipart, JSON), before anything reads them. */
public final class RawParameters {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** Parameters that were read before, for example those of a stored update. */
    public static RawParameters of(Map<String, String> values) {
        var raw = new RawParameters();
        values.forEach(raw::add);
        return raw;
    }

    /** Adds one occurrence. An empty value counts as absent: HTML forms send every field. */
    public void add(String name, String value) {
        var list = values.computeIfAbsent(name, ignored -> new ArrayList<>());
        list.add(value);
    }

    /** Takes a parameter out and returns its value; for those that no operation reads itself. */
    public Optional<String> take(String name) {
        var list = values.get(name);
        if (list == null || list.size() != 1) {
            return Optional.empty();
        }
        values.remove(name);
        return Optional.of(list.getFirst()).filter(text -> !text.isEmpty());
    }

    /** The names given. */
    public Collection<String> names() {
        return List.copyOf(values.keySet());
    }

    /** The value given, if there is one that is not empty. */
    public Optional<String> find(String name) {
        var list = values.getOrDefault(name, List.of());
        return list.isEmpty() ? Optional.empty() : Optional.of(list.getFirst()).filter(text -> !text.isEmpty());
    }

    /** Name to value, sorted by name: equal for equal requests, however they were sent. */
    public SortedMap<String, String> canonical() {
        var sorted = new TreeMap<String, String>();
        for (var name : values.keySet()) {
            find(name).ifPresent(value -> sorted.put(name, value));
        }
        return sorted;
    }

    List<ParameterFault> duplicates() {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new ParameterFault(
                        entry.getKey(),
                        ProblemCode.DUPLICATE_PARAMETER,
                        "was given " + entry.getValue().size() + " times; give it once"))
                .toList();
    }
}
