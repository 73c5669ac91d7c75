package com.skytill.vouchers.account;

import com.skytill.platform.secret.SecretBox;

import jakarta.inject.Singleton;

/**
 * How a data account's password is kept: sealed, because CHAP and MS-CHAP need the password itself, and as a keyed digest, by which
 * PAP is decided without opening anything. Both are of the password exactly as it was given.
 */
@Singleton
public final class AccountPasswords {

    private static final String CONTEXT = "data_accounts.password";

    private final SecretBox box;

    AccountPasswords(SecretBox box) {
        this.box = box;
    }

    /** The password for {@code data_accounts.password_sealed}. */
    String seal(String password) {
        return box.seal(password, CONTEXT);
    }

    /** The password that was sealed. */
    public String open(String sealed) {
        return box.open(sealed, CONTEXT);
    }

    /** Its digest for {@code data_accounts.password_mac}: equal for equal passwords. */
    public String mac(String password) {
        return box.fingerprint(password);
    }
}
