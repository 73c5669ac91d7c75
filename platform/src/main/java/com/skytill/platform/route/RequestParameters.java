package com.skytill.platform.route;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.skytill.platform.parameter.RawParameters;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Gathers a request's parameters from its query and, for a POST, its body: form, multipart or JSON. */
final class RequestParameters {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RequestParameters() {}

    static RawParameters of(RoutingContext context) {
        var raw = new RawParameters();
        addAll(raw, query(context));
        if (context.request().method().equals(HttpMethod.POST)) {
            addBody(raw, context);
        }
        return raw;
    }

    private static Iterable<Map.Entry<String, String>> query(RoutingContext context) {
        try {
            return context.queryParams();
        } catch (RuntimeException malformed) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "The query is not well-formed");
        }
    }

    private static void addBody(RawParameters raw, RoutingContext context) {
        var body = context.body();
        String type = mediaType(context);
        switch (type) {
            case "application/x-www-form-urlencoded", "multipart/form-data" -> {
                if (!context.fileUploads().isEmpty()) {
                    throw new ProblemException(ProblemCode.INVALID_REQUEST, "This operation takes no files");
                }
                addAll(raw, context.request().formAttributes());
            }
            case "application/json" ->
                addJson(raw, body.buffer() == null ? new byte[0] : body.buffer().getBytes());
            default -> {
                if (body.buffer() != null && body.length() > 0) {
                    throw new ProblemException(
                            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                            "Send application/x-www-form-urlencoded, multipart/form-data or application/json");
                }
            }
        }
    }

    private static String mediaType(RoutingContext context) {
        String header = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static void addAll(RawParameters raw, Iterable<Map.Entry<String, String>> entries) {
        entries.forEach(entry -> raw.add(entry.getKey(), entry.getValue()));
    }

    /** The members of a JSON object: a doubled member is a doubled parameter, null is absent, what is nested stays JSON. */
    private static void addJson(RawParameters raw, byte[] body) {
        try (JsonParser parser = MAPPER.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformedJson();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                JsonNode value = MAPPER.readTree(parser);
                raw.add(name, text(value));
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw malformedJson();
            }
        } catch (IOException malformed) {
            throw malformedJson();
        }
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isBigDecimal()) {
            return value.decimalValue().toPlainString();
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static ProblemException malformedJson() {
        return new ProblemException(ProblemCode.INVALID_REQUEST, "The body must be one well-formed JSON object");
    }
}
