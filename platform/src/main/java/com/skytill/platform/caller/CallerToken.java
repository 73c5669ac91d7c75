package com.skytill.platform.caller;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;

import java.time.Instant;

/** Reads the {@link Caller} out of a verified token's claims. */
public final class CallerToken {

    private CallerToken() {}

    /** The caller of that identity; fails with {@code invalid_token} when nobody is signed in. */
    public static Caller of(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new ProblemException(ProblemCode.INVALID_TOKEN, "This needs an access token");
        }
        return new Caller(
                token.getSubject(),
                text(token, "username", text(token, "preferred_username", token.getSubject())),
                text(token, "name", ""),
                text(token, "client_id", text(token, "azp", "")),
                text(token, "scope", ""),
                // Of the claim that quarkus.oidc.roles.role-claim-path names.
                Permission.ofCodes(identity.getRoles()),
                instant(token.getClaim("token_exp")));
    }

    private static String text(JsonWebToken token, String claim, String otherwise) {
        Object value = token.getClaim(claim);
        return switch (value) {
            case null -> otherwise;
            case JsonString text -> text.getString();
            default -> value.toString();
        };
    }

    private static Instant instant(Object claim) {
        return switch (claim) {
            case JsonNumber number -> Instant.ofEpochSecond(number.longValueExact());
            case Number number -> Instant.ofEpochSecond(number.longValue());
            case null, default -> null;
        };
    }
}
