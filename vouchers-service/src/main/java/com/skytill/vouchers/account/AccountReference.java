package com.skytill.vouchers.account;

import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ParameterFault;
import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

import java.util.List;

/** Which data account an operation is about: its username or its ID, one of them. */
public record AccountReference(String username, Long accountId) {

    /** Reads {@code username} and {@code account_id}. That neither is given shows by {@link #require}. */
    public static AccountReference read(ParameterReader in) {
        var reference = new AccountReference(
                in.text("username", "The account's username; case does not matter")
                        .max(Username.MOST)
                        .example("thandi@wisp.example")
                        .optional(),
                in.id("account_id", "The account's ID, instead of its username").optional());
        if (reference.username != null && reference.accountId != null) {
            in.refuse("account_id", "can't be given together with username");
        }
        return reference;
    }

    /** Fails when neither was given. */
    public void require() {
        if (username == null && accountId == null) {
            throw new ProblemException(Problem.of(List.of(new ParameterFault(
                    "username", ProblemCode.MISSING_PARAMETER, "is mandatory, unless account_id is given"))));
        }
    }
}
