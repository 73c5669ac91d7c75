package com.skytill.vouchers.session;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How sessions keep what routers write in many ways, so that it is found again however it is typed. */
public final class SessionKeys {

    /** Nothing that the library would complete: neither 10.5 for 10.0.0.5 nor a zone. */
    private static final Pattern WHOLE_ADDRESS =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private SessionKeys() {}

    /** A calling station without the punctuation that routers differ in; empty when nothing is left. */
    public static String device(String callingStation) {
        return callingStation.replaceAll("[^\\p{Alnum}]", "").toUpperCase(Locale.ROOT);
    }

    /** An IPv4 or IPv6 address in one form; empty when it is none. */
    public static Optional<String> address(String text) {
        if (!WHOLE_ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text).getHostAddress());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
