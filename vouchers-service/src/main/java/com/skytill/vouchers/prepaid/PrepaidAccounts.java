package com.skytill.vouchers.prepaid;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import com.skytill.vouchers.identity.Account;

/** Which accounts can be given prepaid data. */
final class PrepaidAccounts {

    private PrepaidAccounts() {}

    /** Fails unless it is prepaid, and has not ended. */
    static void requireTaker(Account account) {
        account.requireNotCancelled();
        if (!account.prepaid()) {
            throw new ProblemException(
                    ProblemCode.RULE_VIOLATED,
                    "This account is not prepaid: it has its product's data, and takes top-ups");
        }
    }
}
