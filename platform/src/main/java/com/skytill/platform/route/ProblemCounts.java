package com.skytill.platform.route;

import com.skytill.platform.operation.Operations;
import com.skytill.platform.problem.ProblemCode;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.inject.Singleton;

/** Counts the problems that operations answer, by operation and code, for those who watch the suite. */
@Singleton
final class ProblemCounts {

    private static final String METER = "skytill.operation.problems";

    private final MeterRegistry meters;
    private final Operations operations;

    ProblemCounts(MeterRegistry meters, Operations operations) {
        this.meters = meters;
        this.operations = operations;
    }

    /** One more; what is no operation's name is not counted, for callers may make up any number of them. */
    void add(String operation, ProblemCode code) {
        if (operations.has(operation)) {
            meters.counter(METER, "operation", operation, "code", code.code()).increment();
        }
    }
}
