package com.skytill.platform.parameter;

import java.util.regex.Pattern;

/** How people's phone numbers and e-mail addresses are written. */
final class Contacts {

    static final Pattern PHONE = Pattern.compile("\\+?\\(?[0-9][0-9 ()./-]{4,28}[0-9]");

    static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\".]+(\\.[^\\s@<>\".]+)+");

    private Contacts() {}

    /** As many digits as a subscriber's number may have: 15 at the most (E.164 §6.2.1). */
    static boolean hasDigitsOfANumber(String phone) {
        long digits = phone.chars().filter(c -> c >= '0' && c <= '9').count();
        return digits >= 6 && digits <= 15;
    }
}
