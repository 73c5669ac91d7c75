package com.skytill.gateway.rate;

import com.skytill.gateway.answer.Refusal;
import io.github.bucket4j.Bucket;
import io.vertx.core.http.HttpServerResponse;

/**
 * What one caller draws its requests from.
 *
 * @param bucket null when it may draw any number
 */
record Tap(Limit limit, Bucket bucket) {

    private static final long SECOND = 1_000_000_000L;

    /** Draws one request and tells the caller how many are left; refused with 429 when there is none. */
    void draw(HttpServerResponse response) {
        var headers = response.headers();
        if (bucket == null) {
            // What the address was told before is not this caller's.
            headers.remove("RateLimit-Limit").remove("RateLimit-Remaining").remove("RateLimit-Reset");
            return;
        }
        var drawn = bucket.tryConsumeAndReturnRemaining(1);
        // The three fields of draft-ietf-httpapi-ratelimit-headers-06, which callers' libraries know.
        headers.set("RateLimit-Limit", Integer.toString(limit.burst()))
                .set("RateLimit-Remaining", Long.toString(drawn.getRemainingTokens()))
                .set("RateLimit-Reset", Long.toString(seconds(drawn.getNanosToWaitForReset())));
        if (!drawn.isConsumed()) {
            throw Refusal.rateLimited(Math.max(1, seconds(drawn.getNanosToWaitForRefill())));
        }
    }

    /** Puts one request back that has turned out not to count. */
    void giveBack() {
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    private static long seconds(long nanos) {
        return (nanos + SECOND - 1) / SECOND;
    }
}
