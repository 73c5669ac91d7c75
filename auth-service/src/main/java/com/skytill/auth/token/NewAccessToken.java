package com.skytill.auth.token;

import com.skytill.auth.word.KnownWords;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.parameter.ParameterReader;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An access token as it is asked for.
 *
 * @param scope empty when it is not to be narrowed
 */
record NewAccessToken(String clientId, Instant issuedAt, Instant expiresAt, String scope) {

    private static final Duration STANDARD = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final List<String> WORDS = Stream.concat(
                    Arrays.stream(Permission.values()).map(Permission::code), Scopes.IDENTITY.stream())
            .toList();

    static NewAccessToken read(ParameterReader in, Instant now) {
        String clientId = in.text("client_id", "The client that is to have it")
                .max(200)
                .example("client_4fR1gXwqk0m2XJ0sY1c9Zw")
                .mandatory();
        var expiresAt = in.instant("expires_at", "When it ends: in an hour when absent, in 365 days at the latest")
                .which(
                        end -> end.isAfter(now) && !end.isAfter(now.plus(LONGEST)),
                        "must be in the future, by 365 days at the most")
                .optional();
        var words = KnownWords.read(
                in, "scope", "What the token is narrowed to; without it, it may do whatever the owner may", WORDS);
        return new NewAccessToken(
                clientId,
                now,
                expiresAt == null ? now.plus(STANDARD) : expiresAt,
                words == null ? "" : String.join(" ", words));
    }

    /** What it may do at the most, for a user with these permissions. */
    Set<Permission> gives(Set<Permission> held) {
        // All that it names, also what the owner has not yet.
        return scope.isEmpty() ? held : Permission.ofCodes(Scopes.words(scope));
    }
}
