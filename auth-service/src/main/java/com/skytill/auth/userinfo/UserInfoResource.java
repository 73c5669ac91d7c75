package com.skytill.auth.userinfo;

import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.skytill.auth.token.AccessToken;
import com.skytill.auth.token.Scopes;
import com.skytill.auth.token.Tokens;
import com.skytill.auth.user.User;
import com.skytill.auth.user.Users;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.util.Optional;

/** Tells a client who signed in (OpenID Connect Core §5.3), as far as the token's scope lets it know. */
@Singleton
@Path("/oauth/userinfo")
final class UserInfoResource {

    private final ShownTokens shown;
    private final Tokens tokens;
    private final Users users;

    UserInfoResource(ShownTokens shown, Tokens tokens, Users users) {
        this.shown = shown;
        this.tokens = tokens;
        this.users = users;
    }

    @GET
    public Uni<Response> get(@Context HttpHeaders headers) {
        return tell(headers, null);
    }

    @POST
    public Uni<Response> post(@Context HttpHeaders headers, String form) {
        return tell(headers, form);
    }

    private Uni<Response> tell(HttpHeaders headers, String form) {
        return switch (shown.in(headers, form)) {
            case ShownTokens.Shown.Refused refused -> refused(refused.error());
            case ShownTokens.Shown.Token token -> tokens.find(token.value()).flatMap(this::tell);
        };
    }

    private Uni<Response> tell(Optional<AccessToken> found) {
        if (found.isEmpty()) {
            return refused(BearerTokenError.INVALID_TOKEN);
        }
        var token = found.get();
        if (!Scopes.has(token.scope(), Scopes.OPENID)) {
            return refused(BearerTokenError.INSUFFICIENT_SCOPE);
        }
        return users.find(token.userId())
                .map(user -> Response.ok(claims(token, user.orElseThrow()).encode())
                        .header("Content-Type", "application/json")
                        .header("Cache-Control", "no-store")
                        .build());
    }

    /** The claims of the scopes that were granted (OpenID Connect Core §5.4). */
    private static JsonObject claims(AccessToken token, User user) {
        var claims = new JsonObject().put("sub", Long.toString(user.userId()));
        if (Scopes.has(token.scope(), "profile")) {
            claims.put("name", user.name()).put("preferred_username", user.username());
        }
        if (Scopes.has(token.scope(), "email") && user.email() != null) {
            // Staff entered it; nobody proved that it is read.
            claims.put("email", user.email()).put("email_verified", false);
        }
        return claims;
    }

    private static Uni<Response> refused(BearerTokenError error) {
        return Uni.createFrom()
                .item(Response.status(error.getHTTPStatusCode())
                        .header("WWW-Authenticate", error.toWWWAuthenticateHeader())
                        .header("Cache-Control", "no-store")
                        .build());
    }
}
