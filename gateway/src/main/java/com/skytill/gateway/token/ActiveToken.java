package com.skytill.gateway.token;

import com.skytill.gateway.answer.Refusal;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.problem.ProblemCode;
import io.quarkus.oidc.TokenIntrospection;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.jwt.JsonWebToken;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the gateway takes from an introspection's answer.
 *
 * @param phantomToken the signed JWT for the services; another provider's own token, where one stands in
 * @param expiresAt when the opaque token expires; {@link Instant#MAX} when it never does
 * @param phantomExpiresAt when the JWT expires
 */
record ActiveToken(
        String phantomToken, String clientId, Set<String> permissions, Instant expiresAt, Instant phantomExpiresAt) {

    // Whom tokens must be for; a provider gives the same user tokens for other programs too.
    private static final String AUDIENCE = "skytill";

    /** A signed token of another provider's, which goes on as it is; none when it is for another audience. */
    static Optional<ActiveToken> of(JsonWebToken signed, Set<Permission> permissions) {
        if (signed.getAudience() == null || !signed.getAudience().contains(AUDIENCE)) {
            return Optional.empty();
        }
        var codes = new TreeSet<String>();
        permissions.forEach(permission -> codes.add(permission.code()));
        var end = Instant.ofEpochSecond(signed.getExpirationTime());
        Object client = signed.containsClaim("client_id") ? signed.getClaim("client_id") : signed.getClaim("azp");
        String clientId = client == null ? null : client.toString();
        return Optional.of(new ActiveToken(signed.getRawToken(), clientId, codes, end, end));
    }

    static ActiveToken of(TokenIntrospection answer) {
        String phantom = answer.getString("phantom_token");
        Long exp = answer.getLong("exp");
        return new ActiveToken(
                phantom,
                answer.getClientId(),
                permissions(answer.getArray("permissions")),
                exp == null ? Instant.MAX : Instant.ofEpochSecond(exp),
                expiry(phantom));
    }

    private static Set<String> permissions(JsonArray names) {
        var permissions = new TreeSet<String>();
        if (names != null) {
            names.getValuesAs(JsonString.class).forEach(name -> permissions.add(name.getString()));
        }
        return permissions;
    }

    /** The JWT's own expiry (RFC 7519 §4.1.4). Its signature is the services' to check. */
    private static Instant expiry(String jwt) {
        String[] parts = jwt == null ? new String[0] : jwt.split("\\.", -1);
        if (parts.length != 3) {
            throw unusable();
        }
        try {
            var claims = new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            Long exp = claims.getLong("exp");
            if (exp == null) {
                throw unusable();
            }
            return Instant.ofEpochSecond(exp);
        } catch (IllegalArgumentException | DecodeException | ClassCastException e) {
            throw unusable();
        }
    }

    private static Refusal unusable() {
        return Refusal.of(ProblemCode.UPSTREAM_FAILED, "The token service answered without a usable token");
    }

    @Override
    public String toString() {
        return "ActiveToken[" + clientId + "]";
    }
}
