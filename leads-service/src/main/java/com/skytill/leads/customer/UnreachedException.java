package com.skytill.leads.customer;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

/** A call that was never sent, so that nothing can have come of it; what its caller is told is the cause. */
final class UnreachedException extends RuntimeException {

    UnreachedException(String detail) {
        super(detail, new ProblemException(ProblemCode.UPSTREAM_UNAVAILABLE, detail), false, false);
    }

    ProblemException problem() {
        return (ProblemException) getCause();
    }
}
