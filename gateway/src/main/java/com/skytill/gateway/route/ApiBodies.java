package com.skytill.gateway.route;

import com.skytill.gateway.answer.Refusal;
import com.skytill.gateway.body.BodyKind;
import com.skytill.gateway.body.BodyLimits;
import com.skytill.gateway.body.Framing;
import com.skytill.gateway.body.OutgoingBody;
import com.skytill.gateway.body.WholeBody;
import com.skytill.gateway.load.Load;
import com.skytill.gateway.token.FormTokens;
import com.skytill.gateway.token.JsonTokens;
import com.skytill.gateway.token.MultipartTokens;
import com.skytill.gateway.token.OpaqueToken;
import com.skytill.gateway.token.Taken;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;

/**
 * Looks for a token in an operation's body. Parameters are read whole, for a token may be anywhere among them; files
 * are streamed, multipart ones under watch.
 */
@Singleton
final class ApiBodies {

    private final BodyLimits limits;
    private final Load load;

    ApiBodies(BodyLimits limits, Load load) {
        this.limits = limits;
        this.load = load;
    }

    /** The body of a call whose token is known; refused when there is another token in it. */
    Future<OutgoingBody> ofKnown(ApiCall call) {
        if (!call.framing().hasBody()) {
            return Future.succeededFuture(new OutgoingBody.None());
        }
        long limit = limits.of(call.operation().name());
        long length = call.framing().length();
        boolean mayBeLarge = length == Framing.CHUNKED || length > limits.usual();
        return switch (call.kind()) {
            case BodyKind.Other ignored -> streamed(new OutgoingBody.Streamed(length, limit, bytes -> {}));
            case BodyKind.Multipart part
            when mayBeLarge && limit > limits.usual() ->
                streamed(new OutgoingBody.Streamed(length, limit, MultipartTokens.watch(part.boundary())));
            default ->
                read(call, limit).map(taken -> {
                    if (!taken.tokens().isEmpty()) {
                        throw Refusal.ambiguousToken("There is more than one access token");
                    }
                    return new OutgoingBody.Whole(taken.rest());
                });
        };
    }

    /** The token in the body of a call that has shown none yet, and the rest of it; of limited size, for the caller is a stranger. */
    Future<FoundToken> ofStranger(ApiCall call) {
        if (!call.framing().hasBody() || call.kind() instanceof BodyKind.Other) {
            return Future.failedFuture(Refusal.noToken());
        }
        long limit = Math.min(limits.usual(), limits.of(call.operation().name()));
        return read(call, limit).map(taken -> switch (taken.tokens().size()) {
            case 0 -> throw Refusal.noToken();
            case 1 -> new FoundToken(OpaqueToken.of(taken.tokens().getFirst()), new OutgoingBody.Whole(taken.rest()));
            default -> throw Refusal.ambiguousToken("There is more than one access token");
        });
    }

    private static Future<OutgoingBody> streamed(OutgoingBody.Streamed body) {
        return body.length() > body.limit()
                ? Future.failedFuture(BodyLimits.tooLarge(body.limit()))
                : Future.succeededFuture(body);
    }

    private Future<Taken<Buffer>> read(ApiCall call, long limit) {
        return WholeBody.read(call.request(), call.framing(), limit, load.bodyOf(call.visit()))
                .map(body -> take(call.kind(), body));
    }

    private static Taken<Buffer> take(BodyKind kind, Buffer body) {
        return switch (kind) {
            case BodyKind.Form ignored -> {
                // Byte for byte: the service decodes it.
                var taken = FormTokens.take(body.toString(StandardCharsets.ISO_8859_1));
                yield taken.tokens().isEmpty()
                        ? new Taken<>(taken.tokens(), body)
                        : new Taken<>(taken.tokens(), Buffer.buffer(taken.rest(), "ISO-8859-1"));
            }
            case BodyKind.Json ignored -> JsonTokens.take(body);
            case BodyKind.Multipart part -> MultipartTokens.take(body, part.boundary());
            case BodyKind.Other ignored -> throw new IllegalArgumentException("Nobody looks into files");
        };
    }
}
