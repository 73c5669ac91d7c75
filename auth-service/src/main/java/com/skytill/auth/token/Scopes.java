package com.skytill.auth.token;

import com.skytill.platform.caller.Permission;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What scopes mean: permissions that narrow the user's, and OpenID's own (domain: permissions). Without a scope a token may do
 * whatever its user may; with one, only what it names, so that a program that asks who somebody is gets nothing else.
 */
public final class Scopes {

    /** Asks for an ID token. */
    public static final String OPENID = "openid";

    /** OpenID's scopes (OpenID Connect Core §5.4, §11). */
    public static final List<String> IDENTITY = List.of(OPENID, "profile", "email", "offline_access");

    // All words there are fit in.
    private static final int LONGEST = 1000;

    private Scopes() {}

    /** Whether each word of the scope means something here. */
    public static boolean known(String scope) {
        return scope.length() <= LONGEST
                && words(scope).stream()
                        .allMatch(word ->
                                IDENTITY.contains(word) || Permission.find(word).isPresent());
    }

    /** Whether the scope has that word. */
    public static boolean has(String scope, String word) {
        return words(scope).contains(word);
    }

    /** The user's permissions, narrowed by the scope if there is one. */
    public static Set<Permission> narrow(Set<Permission> held, String scope) {
        if (scope.isBlank()) {
            return held;
        }
        var named = Permission.ofCodes(words(scope));
        var narrowed = EnumSet.noneOf(Permission.class);
        held.stream().filter(named::contains).forEach(narrowed::add);
        return narrowed;
    }

    /** Whether a token of the scope {@code asked} may do nothing that one of the scope {@code granted} may not. */
    public static boolean within(String asked, String granted) {
        var named = Permission.ofCodes(words(granted));
        return words(asked).stream()
                .allMatch(word -> words(granted).contains(word)
                        || Permission.find(word)
                                .map(permission -> granted.isBlank() || named.contains(permission))
                                .orElse(false));
    }

    /** The words of a scope, each once, in their order. */
    public static List<String> words(String scope) {
        return scope.isBlank()
                ? List.of()
                : Arrays.stream(scope.strip().split(" +")).distinct().toList();
    }
}
