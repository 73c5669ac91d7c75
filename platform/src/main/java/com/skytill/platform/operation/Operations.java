package com.skytill.platform.operation;

import com.skytill.platform.problem.NearestName;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.quarkus.arc.All;

import jakarta.inject.Singleton;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The operations of this service by their names. */
@Singleton
public final class Operations {

    private final Map<String, Operation<?>> byName = new TreeMap<>();

    Operations(@All List<Operation<?>> operations) {
        for (var operation : operations) {
            var name = operation.description().name();
            if (byName.put(name, operation) != null) {
                throw new IllegalStateException("Two operations are named " + name);
            }
        }
    }

    /** All of them, by name. */
    public Collection<Operation<?>> all() {
        return List.copyOf(byName.values());
    }

    /** Whether there is an operation of that name. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** The operation of that name; fails with {@code unknown_operation}, which hints at the nearest. */
    public Operation<?> get(String name) {
        var operation = byName.get(name);
        if (operation == null) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_OPERATION,
                    NearestName.of(name, byName.keySet())
                            .map(nearest -> "There is no such operation; did you mean " + nearest + "?")
                            .orElse("There is no such operation"));
        }
        return operation;
    }
}
