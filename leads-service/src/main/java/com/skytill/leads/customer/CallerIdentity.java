package com.skytill.leads.customer;

import com.skytill.platform.caller.CallerToken;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * The verified token of the request at hand, to call on with. When an update is approved it is the approver's, while the
 * operation's caller is the submitter.
 */
@Singleton
final class CallerIdentity {

    private static final String KEY = CallerIdentity.class.getName();

    /**
     * Who calls on.
     *
     * @param jwt what the gateway gave it
     * @param clientId whose idempotency keys its calls use
     */
    record Token(String jwt, String clientId) {}

    void register(@Observes Router router) {
        router.route("/api/v1/*").order(Integer.MIN_VALUE).handler(context -> {
            ContextLocals.put(KEY, context);
            context.next();
        });
    }

    /** The token; asked for from within a request. */
    Uni<Token> token() {
        RoutingContext request = ContextLocals.<RoutingContext>get(KEY).orElseThrow();
        return QuarkusHttpUser.getSecurityIdentity(request, null)
                .map(identity -> new Token(
                        identity.getCredential(AccessTokenCredential.class).getToken(),
                        CallerToken.of(identity).clientId()));
    }
}
