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
        if (!FORM.matcher(query).matches()) {
            return Map.of();
        }
        var parameters = URLUtils.parseParameters(query);
        boolean sound = parameters.values().stream()
                .flatMap(List::stream)
                .noneMatch(value -> value.chars().anyMatch(Character::isISOControl));
        return sound ? parameters : Map.of();
    }
}
