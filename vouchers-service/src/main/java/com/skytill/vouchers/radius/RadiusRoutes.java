package com.skytill.vouchers.radius;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.pgclient.PgException;
import org.jboss.logging.Logger;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Serves FreeRADIUS at {@code /radius/*}, on the cluster's inside only. Plain routes: a packet costs no more than it must, and the
 * service token is none of OpenID's.
 */
@Singleton
final class RadiusRoutes {

    private static final Logger LOG = Logger.getLogger(RadiusRoutes.class);
    /** A RADIUS packet is 4 KiB; as JSON with names it is some times that. */
    private static final long LARGEST_BODY = 256 * 1024L;

    private static final int TOO_LARGE = 413;

    private final AuthorizeService logins;
    private final AccountingService accounting;
    private final RadiusConfig config;
    private final byte[] expected;

    RadiusRoutes(AuthorizeService logins, AccountingService accounting, RadiusConfig config) {
        this.logins = logins;
        this.accounting = accounting;
        this.config = config;
        this.expected = ("Bearer " + config.apiToken()).getBytes(StandardCharsets.UTF_8);
        if (config.apiToken().isBlank()) {
            throw new IllegalArgumentException("skytill.radius.api-token must not be empty");
        }
    }

    void register(@Observes Router router) {
        router.post("/radius/*").handler(this::checkToken);
        route(
                router,
                "authorize",
                (packet, ignored) -> logins.authorize(packet),
                RadiusAnswer.reject(LoginOutcome.UNKNOWN.message()));
        route(
                router,
                "post-auth",
                (packet, context) -> logins.postAuth(packet, context.request().getParam("result")),
                RadiusAnswer.DONE);
        route(router, "accounting", (packet, ignored) -> accounting.account(packet), RadiusAnswer.DONE);
    }

    /** @param never the answer to what can't be read or stored, now or later */
    private void route(
            Router router,
            String section,
            BiFunction<RadiusAttributes, RoutingContext, Uni<RadiusAnswer>> service,
            RadiusAnswer never) {
        router.post("/radius/" + section)
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
                .handler(context -> serve(context, packet -> service.apply(packet, context), never))
                .failureHandler(
                        context -> send(context, context.statusCode() == TOO_LARGE ? never : RadiusAnswer.NOT_NOW));
    }

    /** A wrong token is 503, not 401: a bad deployment must not reject every user. */
    private void checkToken(RoutingContext context) {
        String given = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected)) {
            context.next();
        } else {
            LOG.warn("A request to /radius/* came without the service token");
            send(context, RadiusAnswer.NOT_NOW);
        }
    }

    private void serve(
            RoutingContext context, Function<RadiusAttributes, Uni<RadiusAnswer>> service, RadiusAnswer never) {
        RadiusAttributes packet;
        try {
            var body = context.body().buffer();
            packet = RadiusAttributes.parse(body == null ? new byte[0] : body.getBytes());
        } catch (IOException malformed) {
            LOG.warn("A packet from FreeRADIUS is not well-formed JSON");
            send(context, never);
            return;
        }
        service.apply(packet)
                .ifNoItem()
                .after(config.patience())
                .fail()
                .subscribe()
                .with(answer -> send(context, answer), failure -> send(context, failed(failure, never)));
    }

    /** What the database will never take is done with; anything else may work later. The failure's text may hold a code. */
    private static RadiusAnswer failed(Throwable failure, RadiusAnswer never) {
        if (failure instanceof PgException postgres) {
            String state = String.valueOf(postgres.getSqlState());
            LOG.errorf("PostgreSQL refused a packet: SQLSTATE %s", state);
            return state.startsWith("22") || state.startsWith("23") ? never : RadiusAnswer.NOT_NOW;
        }
        LOG.warnf("A packet can't be answered now: %s", failure.getClass().getSimpleName());
        return RadiusAnswer.NOT_NOW;
    }

    private static void send(RoutingContext context, RadiusAnswer answer) {
        var response = context.response();
        if (response.ended()) {
            return;
        }
        response.setStatusCode(answer.status());
        if (answer.body() == null) {
            response.end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(answer.body());
        }
    }
}
