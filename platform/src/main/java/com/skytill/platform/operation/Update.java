package com.skytill.platform.operation;

import com.skytill.platform.caller.Caller;
import io.smallrye.mutiny.Uni;

/**
 * An operation that changes something. The update ledger runs it in one transaction with its ledger row, so its author writes
 * neither review nor idempotency nor audit. {@link #check} runs when it is submitted and again when it is approved.
 *
 * @param <C> what the check found and {@link #apply} goes on with
 */
public non-sealed interface Update<P, C> extends Operation<P> {

    /** Fails with a {@code ProblemException} unless the update may be made as things are now; changes nothing. */
    Uni<C> check(P parameters, Caller submitter);

    /** Whether the review policy applies to it; not to the decisions of review themselves. */
    default boolean reviewed() {
        return true;
    }

    /** Whether only {@link #preview} is asked for: nothing is changed, kept or left for review. */
    default boolean dryRun(P parameters) {
        return false;
    }

    /** What a dry run shows after the check. */
    default Outcome preview(P parameters, C checked) {
        throw new UnsupportedOperationException("This update has no dry run");
    }

    /** Makes the change, in the session's transaction. */
    Uni<Outcome> apply(P parameters, C checked, Caller submitter);
}
