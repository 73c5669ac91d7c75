package com.skytill.vouchers.account;

import com.skytill.platform.list.PageRequest;
import com.skytill.platform.parameter.ParameterReader;

import java.util.List;
import java.util.Locale;

/**
 * Which data accounts are asked for; null means any.
 *
 * @param search a part of the username
 * @param customer an ID or accounting code
 * @param product an ID or code
 */
record AccountFilter(
        String search,
        String customer,
        String product,
        AccountStatus status,
        AccountKind kind,
        String staticIp,
        PageRequest page) {

    private static final int TRIGRAM = 3;

    static AccountFilter read(ParameterReader in) {
        return new AccountFilter(
                in.text(
                                "search",
                                "Only accounts with this in the username; one or two characters are looked for at its"
                                        + " beginning")
                        .max(100)
                        .example("thandi")
                        .optional(),
                AccountParameters.customer(in, "Only accounts of this customer: its ID or accounting code")
                        .optional(),
                AccountParameters.product(in, "Only accounts of this product: its ID or its product_code")
                        .optional(),
                in.choice("status", "Only accounts with this status", AccountStatus.class)
                        .optional(),
                in.choice("kind", "Only prepaid accounts, or only others", AccountKind.class)
                        .optional(),
                AccountParameters.staticIp(in, "Only the account with this address")
                        .optional(),
                in.page());
    }

    /** The search as a pattern that matches itself. Fewer than three characters have a trigram only at the beginning. */
    String pattern() {
        if (search == null) {
            return null;
        }
        String itself = search.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        return (search.length() < TRIGRAM ? "" : "%") + itself + "%";
    }

    /** With a status, both kinds are named: the index leads with the kind. */
    List<AccountKind> kinds() {
        if (kind != null) {
            return List.of(kind);
        }
        return status == null ? null : List.of(AccountKind.values());
    }
}
