package com.skytill.testing.contract;

import com.skytill.platform.operation.Operation;
import com.skytill.platform.operation.Update;
import com.skytill.platform.problem.ProblemCode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which problems an operation can answer, by their HTTP status: its own, the platform's and the gateway's. */
final class ContractErrors {

    private static final List<ProblemCode> ALL = List.of(
            ProblemCode.INVALID_REQUEST,
            ProblemCode.MISSING_PARAMETER,
            ProblemCode.INVALID_PARAMETER,
            ProblemCode.UNKNOWN_PARAMETER,
            ProblemCode.DUPLICATE_PARAMETER,
            ProblemCode.INVALID_TOKEN,
            ProblemCode.NOT_FOUND,
            ProblemCode.METHOD_NOT_ALLOWED,
            ProblemCode.PAYLOAD_TOO_LARGE,
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            ProblemCode.RATE_LIMITED,
            ProblemCode.UPSTREAM_FAILED,
            ProblemCode.UPSTREAM_UNAVAILABLE,
            ProblemCode.UPSTREAM_TIMEOUT);

    private static final List<ProblemCode> UPDATES = List.of(
            ProblemCode.ALREADY_EXISTS,
            ProblemCode.ILLEGAL_STATE,
            ProblemCode.IDEMPOTENCY_KEY_IN_USE,
            ProblemCode.IDEMPOTENCY_KEY_REUSED,
            ProblemCode.RULE_VIOLATED);

    private ContractErrors() {}

    static Map<String, List<String>> of(Operation<?> operation) {
        var codes = new ArrayList<>(ALL);
        if (operation.description().permission().isPresent()) {
            codes.add(ProblemCode.INSUFFICIENT_PERMISSION);
        }
        if (operation instanceof Update<?, ?> update) {
            codes.addAll(UPDATES);
            codes.add(ProblemCode.INSUFFICIENT_PERMISSION);
            if (operation.description().permission().isEmpty()) {
                codes.add(ProblemCode.INSUFFICIENT_SCOPE);
            }
            if (!update.reviewed()) {
                codes.add(ProblemCode.ALREADY_DECIDED);
            }
        }
        var byStatus = new LinkedHashMap<String, List<String>>();
        codes.stream()
                .distinct()
                .sorted()
                .forEach(code -> byStatus.computeIfAbsent(Integer.toString(code.status()), ignored -> new ArrayList<>())
                        .add(code.code()));
        return byStatus;
    }
}
