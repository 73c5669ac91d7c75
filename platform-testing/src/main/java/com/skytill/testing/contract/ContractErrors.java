package com.skytill.testing.contract;

import com.skytill.platform.operation.Operation;
import com.skytill.platform.operation.OperationDescription.Answer;
import com.skytill.platform.operation.Update;
import com.skytill.platform.problem.ProblemCode;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which problems an operation can answer, by their HTTP status: its own, the platform's and the gateway's. */
final class ContractErrors {

    private static final List<ProblemCode> ALL = List.of(
            ProblemCode.INVALID_REQUEST,
            ProblemCode.MISSING_PARAMETER,
            ProblemCode.INVALID_PARAMETER,
            ProblemCode.UNKNOWN_PARAMETER,
            ProblemCode.DUPLICATE_PARAMETER,
            ProblemCode.INVALID_TOKEN,
            ProblemCode.METHOD_NOT_ALLOWED,
            ProblemCode.PAYLOAD_TOO_LARGE,
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            ProblemCode.RATE_LIMITED,
            ProblemCode.UPSTREAM_FAILED,
            ProblemCode.UPSTREAM_UNAVAILABLE,
            ProblemCode.UPSTREAM_TIMEOUT);

    private static final List<ProblemCode> UPDATES =
            List.of(ProblemCode.IDEMPOTENCY_KEY_IN_USE, ProblemCode.IDEMPOTENCY_KEY_REUSED);

    /** What an update can fail by that does not say more exactly. */
    private static final Set<ProblemCode> ANY_UPDATE = Set.of(
            ProblemCode.NOT_FOUND, ProblemCode.ALREADY_EXISTS, ProblemCode.ILLEGAL_STATE, ProblemCode.RULE_VIOLATED);

    private ContractErrors() {}

    /** By status, as the document has them. */
    static Map<String, List<String>> of(Operation<?> operation) {
        var byStatus = new LinkedHashMap<String, List<String>>();
        codes(operation)
                .forEach(code -> byStatus.computeIfAbsent(Integer.toString(code.status()), ignored -> new ArrayList<>())
                        .add(code.code()));
        return byStatus;
    }

    /** All of them. */
    static Set<ProblemCode> codes(Operation<?> operation) {
        var description = operation.description();
        var codes = EnumSet.copyOf(ALL);
        codes.addAll(description.problems().orElseGet(() -> impliedBy(operation)));
        if (description.permission().isPresent()) {
            codes.add(ProblemCode.INSUFFICIENT_PERMISSION);
        }
        if (operation instanceof Update<?, ?>) {
            codes.addAll(UPDATES);
        }
        return codes;
    }

    private static Set<ProblemCode> impliedBy(Operation<?> operation) {
        if (operation instanceof Update<?, ?>) {
            return ANY_UPDATE;
        }
        return operation.description().answer() instanceof Answer.One ? Set.of(ProblemCode.NOT_FOUND) : Set.of();
    }
}
