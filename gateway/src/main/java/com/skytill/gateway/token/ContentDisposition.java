package com.skytill.gateway.token;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads a part's name from its headers, as leniently as any service might (RFC 7578 §4.2, RFC 8187). */
final class ContentDisposition {

    private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]+");
    private static final Pattern HEADER = Pattern.compile("(?im)^content-disposition[ \t]*:(.*)$");
    private static final Pattern NAME =
            Pattern.compile("(?i)[;\\s]name(\\*?)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]*))");

    private ContentDisposition() {}

    static boolean isNamed(String headers, String name) {
        var header = HEADER.matcher(FOLD.matcher(headers).replaceAll(" "));
        while (header.find()) {
            var parameter = NAME.matcher(header.group(1));
            while (parameter.find()) {
                String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
                if (name.equals(
                        plain(value.replace("\\", ""), !parameter.group(1).isEmpty()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String plain(String value, boolean extended) {
        String text = extended ? value.substring(value.lastIndexOf('\'') + 1) : value;
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
