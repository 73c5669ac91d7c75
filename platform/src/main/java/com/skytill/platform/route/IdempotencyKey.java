package com.skytill.platform.route;

import com.skytill.platform.parameter.RawParameters;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A caller's name for one update, so that sending it again is safe: header or parameter, never both. */
final class IdempotencyKey {

    /** The parameter that carries it. */
    static final String PARAMETER = "idempotency_key";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,200}");

    private IdempotencyKey() {}

    /** The request's key, taken out of its parameters. */
    static Optional<String> take(List<String> headers, RawParameters raw) {
        var parameter = raw.take(PARAMETER);
        if (headers.size() + (parameter.isPresent() ? 1 : 0) > 1) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST, "Give one idempotency key, as a header or as a parameter");
        }
        var given = headers.stream().findFirst();
        var key = given.or(() -> parameter);
        if (key.isPresent() && !FORM.matcher(key.get()).matches()) {
            throw ProblemException.parameter(PARAMETER, "must be 1 to 200 visible ASCII characters");
        }
        return key;
    }
}
