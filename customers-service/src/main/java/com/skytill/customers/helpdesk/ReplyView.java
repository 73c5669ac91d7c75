package com.skytill.customers.helpdesk;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Instant;

/** A reply as answers show it. For Jackson. */
@RegisterForReflection
record ReplyView(long replyId, long ticketId, String message, boolean internal, Instant createdAt, String createdBy) {

    static ReplyView of(Reply reply) {
        return new ReplyView(
                reply.replyId, reply.ticketId, reply.message, reply.internal, reply.createdAt, reply.createdBy);
    }
}
