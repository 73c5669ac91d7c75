package com.skytill.leads.customer;

import com.skytill.platform.problem.ParameterFault;
import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.vertx.core.json.JsonObject;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads customers-service's replies: nothing in them is taken for granted. */
record Reply(int status, String body) {

    /** What the reader makes of its JSON; fails with {@code upstream_failed} when that can't be read. */
    <T> T read(Function<JsonObject, T> reader) {
        try {
            return reader.apply(new JsonObject(body));
        } catch (RuntimeException rubbish) {
            throw failed();
        }
    }

    /** The problem that it tells of the call; fails with the problem that customers-service has itself, if it has one. */
    Problem refusal() {
        if (status >= 400 && status < 500) {
            return read(json -> find(json.getString("code"))
                    .map(code -> new Problem(code, json.getString("detail"), faults(json)))
                    .orElseThrow(Reply::failed));
        }
        throw switch (status) {
            case 503 ->
                new ProblemException(ProblemCode.UPSTREAM_UNAVAILABLE, "The customers' service can't answer now");
            case 504 ->
                new ProblemException(ProblemCode.UPSTREAM_TIMEOUT, "The customers' service did not answer in time");
            default -> failed();
        };
    }

    static ProblemException failed() {
        return new ProblemException(ProblemCode.UPSTREAM_FAILED, "The customers' service failed");
    }

    private static List<ParameterFault> faults(JsonObject problem) {
        return problem.containsKey("errors")
                ? problem.getJsonArray("errors").stream()
                        .map(JsonObject.class::cast)
                        .map(fault -> new ParameterFault(
                                fault.getString("parameter"),
                                find(fault.getString("code")).orElseThrow(Reply::failed),
                                fault.getString("message")))
                        .toList()
                : List.of();
    }

    private static Optional<ProblemCode> find(String code) {
        return Arrays.stream(ProblemCode.values())
                .filter(known -> known.code().equals(code))
                .findFirst();
    }
}
