package com.skytill.auth.token;

import com.skytill.platform.caller.Permission;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What scopes mean: permissions that narrow the user's, and OpenID's own, which narrow nothing (domain: permissions). */
public final class Scopes {

    /** OpenID's scopes (OpenID Connect Core §5.4). */
    public static final List<String> IDENTITY = List.of("openid", "profile", "email");

    private Scopes() {}

    /** Whether each word of the scope means something here. */
    public static boolean known(String scope) {
        return words(scope).stream()
                .allMatch(
                        word -> IDENTITY.contains(word) || Permission.find(word).isPresent());
    }

    /** The user's permissions, narrowed by the scope if it names any. */
    public static Set<Permission> narrow(Set<Permission> held, String scope) {
        var named = Permission.ofCodes(words(scope));
        boolean narrows =
                words(scope).stream().anyMatch(word -> Permission.find(word).isPresent());
        if (!narrows) {
            return held;
        }
        var narrowed = EnumSet.noneOf(Permission.class);
        held.stream().filter(named::contains).forEach(narrowed::add);
        return narrowed;
    }

    private static List<String> words(String scope) {
        return scope.isBlank() ? List.of() : Arrays.asList(scope.strip().split(" +"));
    }
}
