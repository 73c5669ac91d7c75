package com.skytill.vouchers.identity;

import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ParameterFault;
import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

import java.util.List;
import java.util.Locale;

/** Which account an operation is about: its username or its ID, one of them. */
public record AccountReference(String username, Long accountId) {

    /** By {@code username} or {@code account_id}. */
    public static AccountReference read(ParameterReader in) {
        return read(in, "", "The account");
    }

    /**
     * By parameters of other names.
     *
     * @param prefix what stands before {@code username} and {@code account_id}
     * @param who the account, as the parameters' descriptions begin
     */
    public static AccountReference read(ParameterReader in, String prefix, String who) {
        var reference = new AccountReference(
                in.text(prefix + "username", who + "'s username; case does not matter")
                        .max(253)
                        .optional(),
                in.id(prefix + "account_id", who + "'s ID, instead of its username")
                        .optional());
        if (reference.username() != null && reference.accountId() != null) {
            in.refuse(prefix + "account_id", "can't be given together with " + prefix + "username");
        }
        return reference;
    }

    /** Whether neither is given. */
    public boolean isEmpty() {
        return username == null && accountId == null;
    }

    /** Fails when neither is given, which only shows when both were read. */
    public void require(String prefix) {
        if (isEmpty()) {
            throw new ProblemException(Problem.of(List.of(new ParameterFault(
                    prefix + "username",
                    ProblemCode.MISSING_PARAMETER,
                    "is mandatory, unless " + prefix + "account_id is given"))));
        }
    }

    /** Under which key its identity is found; null when the ID is given. */
    String loginKey() {
        return username == null ? null : "a:" + username.toLowerCase(Locale.ROOT);
    }
}
