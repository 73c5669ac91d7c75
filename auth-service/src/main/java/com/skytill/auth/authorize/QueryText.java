package com.skytill.auth.authorize;

import com.nimbusds.oauth2.sdk.util.URLUtils;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a query that is passed on as text. */
final class QueryText {

    // What RFC 3986 §3.4 lets a query have: nothing that could end a header or begin another address.
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@/?%-]{0,8000}");

    private QueryText() {}

    /** Its parameters; none when it is no query. */
    static Map<String, List<String>> parse(String query) {
        return FORM.matcher(query).matches() ? URLUtils.parseParameters(query) : Map.of();
    }
}
