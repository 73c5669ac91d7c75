package com.skytill.gateway.token;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** Takes the parameter access_token out of a query or a form body (RFC 6750 §2.2, §2.3); the rest keeps its bytes. */
public final class FormTokens {

    static final String NAME = "access_token";

    private FormTokens() {}

    /** The tokens in that text, which is application/x-www-form-urlencoded, and the text without them. */
    public static Taken<String> take(String encoded) {
        // A name can only hide behind a percent sign.
        if (!encoded.contains(NAME) && encoded.indexOf('%') < 0) {
            return Taken.nothing(encoded);
        }
        var tokens = new ArrayList<String>();
        var rest = new StringBuilder(encoded.length());
        for (int start = 0; start <= encoded.length(); ) {
            int end = endOfPair(encoded, start);
            int equals = encoded.indexOf('=', start);
            int endOfName = equals < 0 || equals > end ? end : equals;
            if (NAME.equals(decoded(encoded.substring(start, endOfName)))) {
                tokens.add(decoded(encoded.substring(Math.min(endOfName + 1, end), end)));
            } else {
                if (!rest.isEmpty()) {
                    rest.append(encoded.charAt(start - 1));
                }
                rest.append(encoded, start, end);
            }
            start = end + 1;
        }
        return tokens.isEmpty() ? Taken.nothing(encoded) : new Taken<>(tokens, rest.toString());
    }

    /** Some readers take a semicolon for a separator, so it must not hide a token from us. */
    private static int endOfPair(String encoded, int start) {
        for (int i = start; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '&' || c == ';') {
                return i;
            }
        }
        return encoded.length();
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            // No such name then; the service says what is wrong with it.
            return text;
        }
    }
}
