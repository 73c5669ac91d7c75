package com.skytill.platform.problem;

import java.util.Optional;

/** Tells what a library's exception means to a caller; the table asks all of them. */
public interface ProblemMapping {

    /** The problem, if this mapping knows the failure. */
    Optional<Problem> find(Throwable failure);
}
