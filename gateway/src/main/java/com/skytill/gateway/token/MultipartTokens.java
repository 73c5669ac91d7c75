package com.skytill.gateway.token;

import com.skytill.gateway.answer.Refusal;
import io.vertx.core.buffer.Buffer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.function.Consumer;

/** Takes the part access_token out of a multipart body. */
public final class MultipartTokens {

    private MultipartTokens() {}

    /** The tokens in that whole body and the body without them. */
    public static Taken<Buffer> take(Buffer body, String boundary) {
        var scanner = new MultipartScanner(boundary);
        if (!scanner.feed(body.getBytes())) {
            return Taken.nothing(body);
        }
        var tokens = new ArrayList<String>();
        var rest = Buffer.buffer(body.length());
        int kept = 0;
        for (var part : scanner.parts()) {
            tokens.add(body.getString((int) part.content(), (int) part.end(), StandardCharsets.UTF_8.name()));
            rest.appendBuffer(body.slice(kept, (int) part.start()));
            kept = (int) part.next();
        }
        // A part that nothing ends is not passed on, for it is a token.
        if (scanner.isWithinToken()) {
            throw Refusal.invalidToken("The access token's part of the body has no end");
        }
        return new Taken<>(tokens, rest.appendBuffer(body.slice(kept, body.length())));
    }

    /** Watches a streamed body of a request whose token is known: another one in it is refused before it is passed on. */
    public static Consumer<Buffer> watch(String boundary) {
        var scanner = new MultipartScanner(boundary);
        return bytes -> {
            if (scanner.feed(bytes.getBytes())) {
                throw Refusal.ambiguousToken("There is more than one access token");
            }
        };
    }
}
