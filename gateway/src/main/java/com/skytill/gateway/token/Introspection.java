package com.skytill.gateway.token;

import com.skytill.gateway.answer.Refusal;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.problem.ProblemCode;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.oidc.TokenIntrospection;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks auth-service about a token (RFC 7662), or, where another provider stands in, checks a signed one, by quarkus-oidc. Not through its HTTP mechanism: the identity that one
 * makes holds the request it came with, which a cache would keep alive.
 */
@Singleton
class Introspection {

    private static final Logger LOG = Logger.getLogger(Introspection.class);
    private static final String ATTRIBUTE = "introspection";

    private final TenantIdentityProvider oidc;
    private final TokenConfig config;
    private final Clock clock;

    Introspection(TenantIdentityProvider oidc, TokenConfig config, Clock clock) {
        this.oidc = oidc;
        this.config = config;
        this.clock = clock;
    }

    /** What auth-service says of the token; empty when it is inactive; fails with a {@link Refusal} when nobody can tell. */
    Uni<Optional<ActiveToken>> of(OpaqueToken token) {
        return oidc.authenticate(new AccessTokenCredential(token.value()))
                .ifNoItem()
                .after(config.introspectionTimeout())
                .fail()
                .map(this::active)
                .onFailure(Introspection::isInactive)
                .recoverWithItem(Optional::empty)
                .onFailure(failure -> !(failure instanceof Refusal))
                .transform(Introspection::unavailable);
    }

    private Optional<ActiveToken> active(SecurityIdentity identity) {
        TokenIntrospection answer = identity.getAttribute(ATTRIBUTE);
        if (answer == null && identity.getPrincipal() instanceof JsonWebToken signed) {
            // Another provider's, whose signature, issuer and end were checked.
            return ActiveToken.of(signed, Permission.ofCodes(identity.getRoles()));
        }
        var token = ActiveToken.of(answer);
        Instant now = clock.instant();
        if (!token.expiresAt().isAfter(now)) {
            return Optional.empty();
        }
        if (!token.phantomExpiresAt().isAfter(now)) {
            throw Refusal.of(ProblemCode.UPSTREAM_FAILED, "The token service answered with a stale token");
        }
        return Optional.of(token);
    }

    /** Told apart by the cause: a refusal has none or names the expiry, an auth-service in trouble has its own. */
    private static boolean isInactive(Throwable failure) {
        return failure instanceof AuthenticationFailedException
                && (failure.getCause() == null
                        || failure.getCause() instanceof InvalidJwtException
                        || failure.getCause() instanceof UnresolvableKeyException);
    }

    private static Throwable unavailable(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        LOG.warnf("The token service could not check a token: %s", cause);
        return Refusal.unavailable("Tokens can't be checked now");
    }
}
