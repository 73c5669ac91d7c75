package com.skytill.gateway.body;

import com.skytill.gateway.answer.Refusal;
import com.skytill.platform.problem.ProblemCode;

import jakarta.inject.Singleton;

import java.util.HashMap;
import java.util.Map;

/** Knows each operation's body limit, in bytes. */
@Singleton
public final class BodyLimits {

    private final long usual;
    private final long usualAnswer;
    private final Map<String, Long> own = new HashMap<>();
    private final Map<String, Long> ownAnswers = new HashMap<>();

    BodyLimits(BodyConfig config) {
        this.usual = config.limit().asLongValue();
        this.usualAnswer = config.answerLimit().asLongValue();
        config.answers().forEach((operation, limit) -> ownAnswers.put(operation, limit.asLongValue()));
        config.operations().forEach((operation, limit) -> own.put(operation, limit.asLongValue()));
    }

    /** The limit of operations without their own. */
    public long usual() {
        return usual;
    }

    /** That operation's limit. */
    public long of(String operation) {
        return own.getOrDefault(operation, usual);
    }

    /** The limit of that operation's answers. */
    public long ofAnswer(String operation) {
        return ownAnswers.getOrDefault(operation, usualAnswer);
    }

    /** The limit of answers without their own. */
    public long usualAnswer() {
        return usualAnswer;
    }

    /** The answer to a body beyond a limit. */
    public static Refusal tooLarge(long limit) {
        return Refusal.of(ProblemCode.PAYLOAD_TOO_LARGE, "The body is larger than " + limit + " bytes");
    }
}
