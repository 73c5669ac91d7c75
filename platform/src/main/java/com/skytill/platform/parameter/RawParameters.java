package com.skytill.platform.parameter;

import com.skytill.platform.problem.ParameterFault;
import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A request's parameters as text, whatever way they came in (query, form, multipart, JSON), before anything reads them. */
public final class RawParameters {

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Set<String> secretNames = new TreeSet<>();
    private final Set<String> takenNames = new TreeSet<>();

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
        takenNames.add(name);
        var list = values.remove(name);
        if (list == null) {
            return Optional.empty();
        }
        if (list.size() > 1) {
            throw new ProblemException(Problem.of(List.of(duplicate(name, list.size()))));
        }
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

    /** Name to value, sorted by name, without secrets: equal for equal requests, however they were sent. */
    public SortedMap<String, String> canonical() {
        return sorted(name -> !secretNames.contains(name));
    }

    /** The secrets among them, sorted by name. */
    public SortedMap<String, String> secrets() {
        return sorted(secretNames::contains);
    }

    /** The names that were asked for by {@link #take}: valid, though no operation reads them. */
    Set<String> takenNames() {
        return takenNames;
    }

    void markSecret(String name) {
        secretNames.add(name);
    }

    List<ParameterFault> duplicates() {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> duplicate(entry.getKey(), entry.getValue().size()))
                .toList();
    }

    private SortedMap<String, String> sorted(Predicate<String> chosen) {
        var sorted = new TreeMap<String, String>();
        values.keySet().stream().filter(chosen).forEach(name -> find(name).ifPresent(value -> sorted.put(name, value)));
        return sorted;
    }

    private static ParameterFault duplicate(String name, int times) {
        return new ParameterFault(name, ProblemCode.DUPLICATE_PARAMETER, "was given " + times + " times; give it once");
    }
}
