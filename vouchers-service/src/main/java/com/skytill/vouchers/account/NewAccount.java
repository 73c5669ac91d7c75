package com.skytill.vouchers.account;

import com.skytill.platform.parameter.ParameterReader;

import java.math.BigDecimal;

/**
 * A data account as it is asked for; what may be absent is null.
 *
 * @param customer an ID or accounting code
 * @param product an ID or code
 * @param password null when one is to be made
 */
record NewAccount(
        String customer,
        String product,
        String username,
        String password,
        String staticIp,
        String comment,
        BigDecimal price) {

    static NewAccount read(ParameterReader in) {
        var account = new NewAccount(
                AccountParameters.customer(in, "Whose it is: the customer's ID or accounting code")
                        .mandatory(),
                AccountParameters.product(
                                in,
                                "A product for accounts or, for an account whose data come only from allocations, for prepaid:"
                                        + " its ID or its product_code")
                        .mandatory(),
                AccountParameters.username(
                                in,
                                "username",
                                "What it logs in with, perhaps with an @realm; unique in whatever case, also among cancelled"
                                        + " accounts")
                        .mandatory(),
                AccountParameters.password(in, "What it logs in with; made, and shown once, when absent")
                        .optional(),
                AccountParameters.staticIp(in, "The IPv4 or IPv6 address that it always gets; no other account has it")
                        .optional(),
                AccountParameters.comment(in).optional(),
                AccountParameters.price(in).optional());
        if (AccountParameters.isUsername(account.password, account.username)) {
            in.refuse("password", "must not be the username");
        }
        return account;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "NewAccount[" + username + "]";
    }
}
