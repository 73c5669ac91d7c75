package com.skytill.testing.contract;

import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.Operation;
import com.skytill.platform.operation.OperationDescription.Answer;
import com.skytill.platform.operation.OperationDescription.Member;
import com.skytill.platform.operation.Operations;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterDescription;
import com.skytill.platform.parameter.ParameterReader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static com.skytill.testing.contract.ContractSchemas.ordered;

/** The OpenAPI 3.1 document of a service, written from its operations. */
final class ContractDocument {

    private static final List<String> BODIES =
            List.of("application/x-www-form-urlencoded", "multipart/form-data", "application/json");

    private final ContractSchemas schemas = new ContractSchemas();

    Map<String, Object> of(Operations operations, String service) {
        requireExamples(operations);
        var paths = new LinkedHashMap<String, Object>();
        for (var operation : operations.all()) {
            paths.put("/api/v1/" + operation.description().name(), path(operation));
        }
        return ordered(
                "openapi",
                "3.1.0",
                "info",
                ordered("title", "Skytill " + service, "version", "1.0.4"),
                "paths",
                paths,
                "components",
                ordered("schemas", schemas.components()));
    }

    /** The guide shows a call of each operation, with what every such call has to have. */
    private static void requireExamples(Operations operations) {
        var without = operations.all().stream()
                .flatMap(operation -> ParameterReader.describe(operation::read).stream()
                        .filter(parameter ->
                                parameter.mandatory() && parameter.example().isEmpty())
                        .map(parameter -> operation.description().name() + "." + parameter.name()))
                .toList();
        if (!without.isEmpty()) {
            throw new AssertionError("No .example(…) for " + without);
        }
    }

    private Map<String, Object> path(Operation<?> operation) {
        var parameters = new ArrayList<>(ParameterReader.describe(operation::read));
        if (operation instanceof Update<?, ?>) {
            parameters.add(idempotencyKey());
        }
        return ordered("get", method(operation, parameters, false), "post", method(operation, parameters, true));
    }

    private Map<String, Object> method(Operation<?> operation, List<ParameterDescription> parameters, boolean post) {
        var description = operation.description();
        var method = ordered(
                "operationId",
                (post ? "post_" : "get_") + description.name(),
                "tags",
                List.of(description.section().title()),
                "summary",
                description.title(),
                "description",
                description.text(),
                "x-skytill-section",
                description.section().title(),
                "x-skytill-permission",
                description.permission().map(Permission::code).orElse("any"),
                "x-skytill-update",
                operation instanceof Update<?, ?>);
        if (post) {
            method.put("requestBody", body(parameters));
        } else {
            method.put(
                    "parameters",
                    parameters.stream().map(ContractDocument::queryParameter).toList());
        }
        method.put("responses", responses(operation));
        method.put("x-skytill-errors", ContractErrors.of(operation));
        return method;
    }

    private static Map<String, Object> queryParameter(ParameterDescription parameter) {
        var described = ordered(
                "name",
                parameter.name(),
                "in",
                "query",
                "required",
                parameter.mandatory(),
                "description",
                parameter.text(),
                "schema",
                schema(parameter));
        parameter.example().ifPresent(example -> described.put("example", example));
        return described;
    }

    private static Map<String, Object> body(List<ParameterDescription> parameters) {
        var properties = new LinkedHashMap<String, Object>();
        for (var parameter : parameters) {
            var schema = schema(parameter);
            schema.put("description", parameter.text());
            parameter.example().ifPresent(example -> schema.put("examples", List.of(example)));
            properties.put(parameter.name(), schema);
        }
        var mandatory = parameters.stream()
                .filter(ParameterDescription::mandatory)
                .map(ParameterDescription::name)
                .toList();
        var schema =
                ordered("type", "object", "properties", properties, "required", mandatory.isEmpty() ? null : mandatory);
        var content = new LinkedHashMap<String, Object>();
        BODIES.forEach(type -> content.put(type, Map.of("schema", schema)));
        return ordered("required", !mandatory.isEmpty(), "content", content);
    }

    private static Map<String, Object> schema(ParameterDescription parameter) {
        var schema = new LinkedHashMap<String, Object>();
        for (var keyword :
                List.of("type", "format", "enum", "minimum", "maximum", "minLength", "maxLength", "pattern")) {
            if (parameter.schema().containsKey(keyword)) {
                schema.put(keyword, parameter.schema().get(keyword));
            }
        }
        parameter.standard().ifPresent(standard -> schema.put("default", standard));
        if (parameter.secret()) {
            schema.put("writeOnly", true);
        }
        return schema;
    }

    private Map<String, Object> responses(Operation<?> operation) {
        var description = operation.description();
        var responses = new LinkedHashMap<String, Object>();
        switch (description.answer()) {
            case Answer.One one -> responses.put("200", one(one));
            case Answer.Listing list ->
                responses.put(
                        "200",
                        response(
                                "A page of the list",
                                ordered(
                                        "type",
                                        "object",
                                        "properties",
                                        ordered(
                                                "items",
                                                ordered("type", "array", "items", schemas.of(list.type())),
                                                "next",
                                                ordered("type", List.of("string", "null"))))));
            case Answer.File file ->
                responses.put("200", response("The file", file.mediaType(), ordered("type", "string")));
            case Answer.Updated updated -> {
                var members = ordered(
                        "status",
                        ordered("type", "string"),
                        "update_id",
                        ordered("type", "integer", "format", "int64"),
                        updated.entity(),
                        schemas.of(updated.type()));
                updated.members().forEach((name, member) -> members.put(name, schema(member)));
                var applied = ordered("type", "object", "properties", members);
                boolean adds = description.name().startsWith("add_");
                responses.put(adds ? "201" : "200", response("Applied", applied));
                if (operation instanceof Update<?, ?> update && update.reviewed()) {
                    responses.put("202", response("Waits for review", Map.of("type", "object")));
                }
            }
        }
        responses.put(
                "default",
                ordered(
                        "description",
                        "A problem (RFC 9457)",
                        "content",
                        Map.of("application/problem+json", Map.of("schema", Map.of("type", "object")))));
        return responses;
    }

    private Map<String, Object> schema(Member member) {
        var schema = schemas.of(member.type());
        return switch (member.kind()) {
            case ONE -> schema;
            case LIST -> ordered("type", "array", "items", schema);
            case ONCE -> {
                var once = new LinkedHashMap<>(schema);
                once.put(
                        "description",
                        "Shown in the first answer only, and when the update is applied at once or approved");
                yield once;
            }
        };
    }

    private Map<String, Object> one(Answer.One one) {
        var content = new LinkedHashMap<String, Object>();
        content.put("application/json", Map.of("schema", schemas.of(one.type())));
        one.files().forEach(type -> content.put(type, Map.of("schema", ordered("type", "string"))));
        return ordered("description", "The answer", "content", content);
    }

    private static Map<String, Object> response(String text, Map<String, Object> schema) {
        return response(text, "application/json", schema);
    }

    private static Map<String, Object> response(String text, String mediaType, Map<String, Object> schema) {
        return ordered("description", text, "content", Map.of(mediaType, Map.of("schema", schema)));
    }

    private static ParameterDescription idempotencyKey() {
        return ParameterReader.describe(in -> in.text(
                                "idempotency_key",
                                "A name of the caller's for this update: for 24 hours, the same key gets the first answer"
                                        + " again. Also as the header Idempotency-Key")
                        .max(200)
                        .optional())
                .getFirst();
    }
}
