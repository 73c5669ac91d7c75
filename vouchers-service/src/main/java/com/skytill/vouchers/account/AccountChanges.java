package com.skytill.vouchers.account;

import com.skytill.platform.parameter.Cleared;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.vouchers.identity.AccountReference;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is to become of a data account; absent values are null and stay as they are, unless they are to be cleared.
 *
 * @param product an ID or code
 */
record AccountChanges(
        AccountReference account,
        String newUsername,
        String password,
        boolean generatePassword,
        String product,
        String staticIp,
        String comment,
        BigDecimal price,
        Cleared clear) {

    private static final String STATIC_IP = "static_ip";
    private static final String COMMENT = "comment";
    private static final String PRICE = "price";
    private static final List<String> MANDATORY =
            List.of("new_username", "password", "generate_password", "product_id");
    private static final List<String> CLEARABLE = List.of(STATIC_IP, COMMENT, PRICE);

    static AccountChanges read(ParameterReader in) {
        var changes = new AccountChanges(
                AccountReference.read(in),
                AccountParameters.username(in, "new_username", "What it logs in with from now on")
                        .optional(),
                AccountParameters.password(in, "What it logs in with from now on")
                        .optional(),
                Boolean.TRUE.equals(in.flag("generate_password", "Whether a password is to be made, and shown once")
                        .optional()),
                AccountParameters.product(in, "Another product of the same kind: its ID or its product_code")
                        .optional(),
                AccountParameters.staticIp(in, "The IPv4 or IPv6 address that it always gets; no other account has it")
                        .optional(),
                AccountParameters.comment(in).optional(),
                AccountParameters.price(in).optional(),
                Cleared.read(in, CLEARABLE));
        if (changes.generatePassword && in.given("password")) {
            in.refuse("generate_password", "can't be given together with password");
        }
        Cleared.requireSome(in, MANDATORY, CLEARABLE);
        return changes;
    }

    /** What it logs in with afterwards. */
    String username(AccountRow before) {
        return newUsername == null ? before.username : newUsername;
    }

    String staticIp(AccountRow before) {
        return clear.pick(STATIC_IP, staticIp, before.staticIp);
    }

    String comment(AccountRow before) {
        return clear.pick(COMMENT, comment, before.comment);
    }

    boolean clearsPrice() {
        return clear.has(PRICE);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AccountChanges[" + account + "]";
    }
}
