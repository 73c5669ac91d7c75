package com.skytill.gateway.body;

import io.vertx.core.buffer.Buffer;

import java.util.function.Consumer;

/** The body that goes upstream. */
public sealed interface OutgoingBody {

    /** There is none. */
    record None() implements OutgoingBody {}

    /** It was read whole, to look into it, and goes on without its token. */
    record Whole(Buffer bytes) implements OutgoingBody {}

    /**
     * It goes on as it comes.
     *
     * @param length in bytes, or {@link Framing#CHUNKED}
     * @param limit in bytes: beyond it the request is broken off
     * @param watch sees the bytes first, and refuses by throwing
     */
    record Streamed(long length, long limit, Consumer<Buffer> watch) implements OutgoingBody {}
}
