package com.skytill.gateway.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.skytill.gateway.answer.Refusal;
import com.skytill.platform.problem.ProblemCode;
import io.vertx.core.buffer.Buffer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes the member access_token out of a JSON body. */
public final class JsonTokens {

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] NAME = FormTokens.NAME.getBytes(StandardCharsets.US_ASCII);

    private JsonTokens() {}

    /** The tokens in that body and the body without them; without a token it stays the same bytes, whatever they are. */
    public static Taken<Buffer> take(Buffer body) {
        byte[] bytes = body.getBytes();
        if (!mayHaveToken(bytes)) {
            return Taken.nothing(body);
        }
        var tokens = new ArrayList<String>();
        var rest = new ByteArrayOutputStream(bytes.length);
        try (var parser = JSON.createParser(bytes);
                var generator = JSON.createGenerator(rest)) {
            copy(parser, generator, tokens);
        } catch (IOException e) {
            throw Refusal.of(ProblemCode.INVALID_REQUEST, "The body is not JSON");
        }
        return tokens.isEmpty() ? Taken.nothing(body) : new Taken<>(tokens, Buffer.buffer(rest.toByteArray()));
    }

    private static void copy(JsonParser parser, JsonGenerator generator, List<String> tokens) throws IOException {
        int depth = 0;
        for (var event = parser.nextToken(); event != null; event = parser.nextToken()) {
            if (depth == 1 && event == JsonToken.FIELD_NAME && FormTokens.NAME.equals(parser.currentName())) {
                tokens.add(value(parser));
                continue;
            }
            if (event.isStructStart()) {
                depth++;
            } else if (event.isStructEnd()) {
                depth--;
            }
            generator.copyCurrentEventExact(parser);
        }
    }

    private static String value(JsonParser parser) throws IOException {
        var event = parser.nextToken();
        if (event == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        parser.skipChildren();
        return "";
    }

    /** A look without parsing, for the usual case: the name in plain letters, or a backslash that may hide it. */
    private static boolean mayHaveToken(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\\' || (bytes[i] == NAME[0] && startsWithName(bytes, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithName(byte[] bytes, int start) {
        if (bytes.length - start < NAME.length) {
            return false;
        }
        for (int i = 0; i < NAME.length; i++) {
            if (bytes[start + i] != NAME[i]) {
                return false;
            }
        }
        return true;
    }
}
