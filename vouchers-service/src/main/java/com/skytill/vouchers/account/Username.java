package com.skytill.vouchers.account;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a data account logs in with: a name, and perhaps the realm that a router adds. Compared without case. */
public final class Username {

    /** As long as RADIUS carries it (RFC 2865 §5.1); all of it is ASCII. */
    static final int MOST = 253;

    static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]*(@[A-Za-z0-9][A-Za-z0-9.-]*)?");

    private static final String LOGIN_PREFIX = "a:";

    private Username() {}

    /** Under what a login with that text as its user name looks for an account. */
    public static String loginKey(String typed) {
        return LOGIN_PREFIX + typed.strip().toLowerCase(Locale.ROOT);
    }
}
