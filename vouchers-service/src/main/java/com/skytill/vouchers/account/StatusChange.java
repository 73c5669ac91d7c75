package com.skytill.vouchers.account;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

import java.util.Locale;

/** The steps between an account's statuses. */
enum StatusChange {
    SUSPEND("suspended"),
    RESUME("resumed"),
    CANCEL("cancelled");

    private final String done;

    StatusChange(String done) {
        this.done = done;
    }

    /** The status that it leads to; fails with {@code illegal_state}, which names the present one. */
    AccountStatus of(AccountStatus present) {
        if (!isAllowed(present)) {
            throw refused(present, done);
        }
        return switch (this) {
            case SUSPEND -> AccountStatus.SUSPENDED;
            case RESUME -> AccountStatus.ACTIVE;
            case CANCEL -> AccountStatus.CANCELLED;
        };
    }

    /** Says that an account in that state can't be treated so. */
    static ProblemException refused(AccountStatus present, String done) {
        return new ProblemException(
                ProblemCode.ILLEGAL_STATE,
                "The data account is " + present.name().toLowerCase(Locale.ROOT) + ", so it can't be " + done);
    }

    private boolean isAllowed(AccountStatus present) {
        return switch (this) {
            case SUSPEND -> present == AccountStatus.ACTIVE;
            case RESUME -> present == AccountStatus.SUSPENDED;
            case CANCEL -> present != AccountStatus.CANCELLED;
        };
    }
}
