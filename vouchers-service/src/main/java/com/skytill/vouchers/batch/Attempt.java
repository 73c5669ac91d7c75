package com.skytill.vouchers.batch;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to issue a batch.
 *
 * @param number from 1; whoever writes with an older number writes nothing
 * @param at when it began, which is when its vouchers are issued
 */
record Attempt(DueBatch batch, int number, Instant at) {

    /** Why it is not even tried, in words for people. */
    Optional<String> hopeless(int mostAttempts) {
        if (batch.useBefore() != null && !batch.useBefore().isAfter(at)) {
            return Optional.of("use_before had passed before the vouchers could be issued");
        }
        // Those before ended without a word, with their process.
        return number > mostAttempts ? Optional.of(givenUp(mostAttempts)) : Optional.empty();
    }

    /** What people are told when it has failed. */
    String failure(int mostAttempts) {
        return isLast(mostAttempts)
                ? givenUp(mostAttempts)
                : "Attempt " + number + " of " + mostAttempts + " failed; it is tried again";
    }

    boolean isLast(int mostAttempts) {
        return number >= mostAttempts;
    }

    private static String givenUp(int attempts) {
        return "The vouchers could not be issued in " + attempts + " attempts; none of them remains";
    }
}
