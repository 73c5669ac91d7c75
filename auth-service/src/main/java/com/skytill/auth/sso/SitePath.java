package com.skytill.auth.sso;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What may follow a sign-in by a link: a path of this site and nothing that a browser could read as another site, however it is
 * written (RFC 3986 §4.2; the URL Standard reads a backslash as a slash, and drops tabs and line ends).
 */
final class SitePath {

    // Plain characters of paths, queries and fragments, and escapes; no backslash, space or control.
    private static final Pattern FORM = Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,;=:@/?#-]|%[0-9A-Fa-f]{2})*");
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?:^|/)\\.{1,2}(?:/|$)");
    // Controls anywhere; in the path also slash, backslash, dot and the percent sign, which hides another escape.
    private static final Pattern CONTROL = Pattern.compile("%[01][0-9a-f]|%7f");
    private static final Pattern HIDDEN = Pattern.compile("%2f|%5c|%2e|%25");

    private SitePath() {}

    static boolean is(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        String path = text.split("[?#]", 2)[0].toLowerCase(Locale.ROOT);
        return !path.contains("//")
                && !DOT_SEGMENT.matcher(path).find()
                && !HIDDEN.matcher(path).find()
                && !CONTROL.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
