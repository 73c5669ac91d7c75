package com.skytill.platform.problem;

import java.util.List;

/** Carries a {@link Problem} to the caller from wherever it was found. Without a stack trace: it reports no fault of ours. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code().code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(ProblemCode code, String detail) {
        this(new Problem(code, detail));
    }

    /** One faulty parameter. */
    public static ProblemException parameter(String parameter, String message) {
        return new ProblemException(
                Problem.of(List.of(new ParameterFault(parameter, ProblemCode.INVALID_PARAMETER, message))));
    }

    /** Nothing is known under that reference. */
    public static ProblemException notFound(String what) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no such " + what);
    }

    /** What the caller is told. */
    public Problem problem() {
        return problem;
    }
}
