package com.skytill.testing.contract;

import com.skytill.platform.operation.Operations;
import com.skytill.platform.problem.ProblemCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

import java.util.List;
import java.util.Locale;

/**
 * Fails a test in which an operation answers a problem that its contract does not list. Found through the service loader, so that
 * every test of a service is such a test.
 */
public final class AnsweredProblems implements QuarkusTestAfterEachCallback {

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        var container = Arc.container();
        if (container == null || !container.isRunning()) {
            return; // The test stopped the application.
        }
        try (var operations = container.instance(Operations.class);
                var meters = container.instance(MeterRegistry.class)) {
            if (operations.isAvailable() && meters.isAvailable()) {
                check(operations.get(), meters.get());
            }
        }
    }

    private static void check(Operations operations, MeterRegistry meters) {
        var unlisted = meters.find("skytill.operation.problems").counters().stream()
                .filter(counter -> !isListed(operations, counter))
                .toList();
        if (!unlisted.isEmpty()) {
            // Each is told once: by the test in which it was seen first.
            unlisted.forEach(meters::remove);
            throw new AssertionError("Answered, but not in the contract: " + told(unlisted)
                    + "; add it to failingBy(…) of the operation's description");
        }
    }

    private static boolean isListed(Operations operations, Counter counter) {
        var code = ProblemCode.valueOf(counter.getId().getTag("code").toUpperCase(Locale.ROOT));
        return ContractErrors.codes(operations.get(counter.getId().getTag("operation")))
                .contains(code);
    }

    private static List<String> told(List<Counter> counters) {
        return counters.stream()
                .map(counter -> counter.getId().getTag("operation") + " "
                        + counter.getId().getTag("code"))
                .sorted()
                .toList();
    }
}
