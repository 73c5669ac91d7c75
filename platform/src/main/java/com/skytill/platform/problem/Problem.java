package com.skytill.platform.problem;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;

/**
 * An error as RFC 9457 writes it: the one form of every error that is not OAuth's own.
 *
 * @param code which error
 * @param detail what happened this time, in words for the caller: no SQL, class name, token, code or password
 * @param errors the faulty parameters, if that is what went wrong
 */
public record Problem(ProblemCode code, String detail, List<ParameterFault> errors) {

    /** The media type of {@link #toJson}. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem that is not about parameters. */
    public Problem(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    /** A problem with parameters: carries their common code, or {@code invalid_request} when they differ. */
    public static Problem of(List<ParameterFault> faults) {
        var codes = faults.stream().map(ParameterFault::code).distinct().toList();
        var code = codes.size() == 1 ? codes.getFirst() : ProblemCode.INVALID_REQUEST;
        var detail = faults.size() == 1
                ? faults.getFirst().parameter() + ": " + faults.getFirst().message()
                : faults.size() + " parameters are at fault; see errors";
        return new Problem(code, detail, faults);
    }

    /**
     * The body to send.
     *
     * @param publicUrl the suite's public address: its error guide is what {@code type} points into
     * @param requestId ties the answer to the logs; null leaves it out
     */
    public JsonObject toJson(String publicUrl, String requestId) {
        var json = new JsonObject()
                .put("type", publicUrl + "/api/errors#" + code.code())
                .put("title", code.title())
                .put("status", code.status())
                .put("detail", detail)
                .put("code", code.code());
        if (requestId != null) {
            json.put("request_id", requestId);
        }
        if (!errors.isEmpty()) {
            var list = new JsonArray();
            for (var fault : errors) {
                list.add(new JsonObject()
                        .put("parameter", fault.parameter())
                        .put("code", fault.code().code())
                        .put("message", fault.message()));
            }
            json.put("errors", list);
        }
        return json;
    }
}
