package com.skytill.vouchers.voucher;

import java.util.Locale;

/**
 * A voucher's code. Shown in groups for reading; compared without what people get wrong: case, spaces and dashes. Never in a
 * log: it is all that a login needs, so it does not even print itself.
 *
 * @param shown as printed on the voucher, for example {@code K7Q-M9X-WT4}
 */
public record VoucherCode(String shown) {

    /** Without 0 O 1 I L, which people take for each other. */
    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final String LOGIN_PREFIX = "v:";

    /** The code with nothing in it that does not matter: upper case, without spaces and dashes of any kind. */
    public static String normalise(String typed) {
        var kept = new StringBuilder(typed.length());
        typed.codePoints().filter(VoucherCode::matters).forEach(kept::appendCodePoint);
        return kept.toString().toUpperCase(Locale.ROOT);
    }

    /** Under what a login with that text as its user name looks for a voucher. */
    public static String loginKey(String typed) {
        return LOGIN_PREFIX + normalise(typed);
    }

    /** Under what it is stored for logins. */
    public String loginKey() {
        return loginKey(shown);
    }

    private static boolean matters(int character) {
        return switch (Character.getType(character)) {
            case Character.DASH_PUNCTUATION,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return "VoucherCode[…]";
    }
}
