package com.skytill.e2e.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the contract says is served, and what is served the contract says. */
@ExtendWith(SuiteExtension.class)
class ContractIT {

    private static final Pattern NAME = Pattern.compile("`([a-z]+(?:_[a-z]+)+)`");
    private static final Pattern VERB = Pattern.compile("(get|add|update|delete|generate|retire|suspend|resume|cancel"
            + "|import|convert|expire|submit|transfer|disconnect|complete|reject)_.*");

    private final RunningSuite suite;

    ContractIT(RunningSuite suite) {
        this.suite = suite;
    }

    static List<ContractOperation> operations() {
        return Contracts.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationThenRoutedByBothMethods(ContractOperation operation) throws Exception {
        var token = suite.credentials().accessToken();
        // An unknown parameter: seen by the operation itself, and nothing is done.
        var path = "/api/v1/" + operation.name() + "?not_a_parameter=x";
        var get = suite.api()
                .send(suite.api()
                        .request(path)
                        .header("Authorization", "Bearer " + token)
                        .GET()
                        .build());
        assertEquals(400, get.status(), get.body());
        var post = suite.api().post(operation.name(), Map.of("not_a_parameter", "x"), token);
        assertEquals(400, post.status(), post.body());
    }

    @Test
    void operationsThenDocumentedInFull() throws IOException {
        var faults = new ArrayList<String>();
        for (var path : Contracts.paths().entrySet()) {
            path.getValue().properties().forEach(method -> {
                String where = path.getKey() + " " + method.getKey() + ": ";
                var said = method.getValue();
                for (var text : new String[] {"summary", "description", "x-skytill-section", "x-skytill-permission"}) {
                    if (said.path(text).asText().isBlank()) {
                        faults.add(where + text);
                    }
                }
                if (said.path("x-skytill-errors").isEmpty()) {
                    faults.add(where + "errors");
                }
                faults.addAll(parameterFaults(where, said));
            });
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void designThenEachOfItsOperationsIsThere() throws IOException {
        var design = Path.of(System.getProperty("skytill.root")).resolve("../shared/design/api.md");
        Assumptions.assumeTrue(Files.exists(design), "the design is not beside the sources");
        var known = new TreeSet<String>();
        operations().forEach(operation -> known.add(operation.name()));
        var named = new TreeSet<String>();
        for (var line : Files.readAllLines(design)) {
            var cells = line.split("\\|", -1);
            if (line.startsWith("|") && cells.length > 3) {
                NAME.matcher(cells[1]).results().map(found -> found.group(1)).forEach(named::add);
            }
        }
        named.removeIf(name -> !VERB.matcher(name).matches());
        assertFalse(named.isEmpty());
        named.removeAll(known);
        assertEquals(Set.of(), named);
    }

    private static List<String> parameterFaults(String where, JsonNode method) {
        var faults = new ArrayList<String>();
        method.path("parameters").forEach(parameter -> {
            if (parameter.path("description").asText().isBlank()) {
                faults.add(where + parameter.path("name").asText() + " has no description");
            }
            if (parameter.path("required").asBoolean()
                    && parameter.path("example").asText().isBlank()) {
                faults.add(where + parameter.path("name").asText() + " has no example");
            }
        });
        assertTrue(method.has("responses"), where);
        return faults;
    }
}
