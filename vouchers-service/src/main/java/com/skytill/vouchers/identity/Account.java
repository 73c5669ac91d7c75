package com.skytill.vouchers.identity;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

/**
 * What operations that give an account data must know of it.
 *
 * @param prepaid whether its data come from allocations only
 * @param capBytes its product's monthly cap; null when it has none
 */
public record Account(long accountId, String username, boolean prepaid, boolean cancelled, Long capBytes) {

    /** Fails when it has ended. */
    public void requireNotCancelled() {
        if (cancelled) {
            throw new ProblemException(ProblemCode.ILLEGAL_STATE, "The account is cancelled");
        }
    }
}
