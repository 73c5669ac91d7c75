package com.skytill.auth.sso;

import com.skytill.auth.audit.AuditTrail;
import com.skytill.auth.page.Pages;
import com.skytill.auth.session.Cookies;
import com.skytill.auth.session.Sessions;
import com.skytill.auth.signin.ClientAddress;
import com.skytill.auth.sso.SsoTokenStore.Opened;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens a link that signs a user in: begins the browser's session and goes on to the page that the link was made for. */
@Path("/sso")
final class SsoResource {

    private static final String EVENT = "use_sso_token";

    private final SsoTokenStore store;
    private final Sessions sessions;
    private final Cookies cookies;
    private final AuditTrail audit;
    private final Pages pages;
    private final Clock clock;

    SsoResource(SsoTokenStore store, Sessions sessions, Cookies cookies, AuditTrail audit, Pages pages, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.cookies = cookies;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /** Not for programs that look whether a link works: they would use it up. */
    @HEAD
    public Response look() {
        return Response.status(405).header("Allow", "GET").build();
    }

    /** Signs in, once. */
    @GET
    public Uni<Response> open(
            @QueryParam("sso_token") List<String> tokens,
            @Context HttpHeaders headers,
            @Context RoutingContext context) {
        if (tokens.size() != 1) {
            return Uni.createFrom().item(pages.error("The link has to have one sso_token."));
        }
        var details = Map.of("address", ClientAddress.of(context));
        return store.open(tokens.getFirst(), clock.instant())
                .flatMap(found -> found.filter(Opened::good)
                        .map(opened -> signIn(opened, details, headers))
                        .orElseGet(() -> refuse(found, details)));
    }

    private Uni<Response> signIn(Opened opened, Map<String, String> details, HttpHeaders headers) {
        return sessions.end(cookies.session(headers))
                .chain(() -> sessions.begin(opened.proof(), ""))
                .flatMap(begun -> begun.isPresent()
                        ? audit.done(EVENT, actor(opened), details).replaceWith(() -> signedIn(opened, begun.get()))
                        : refuse(Optional.of(opened), details));
    }

    private Response signedIn(Opened opened, String cookie) {
        return Response.status(303)
                .header("Location", opened.path())
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .cookie(cookies.session(cookie))
                .build();
    }

    private Uni<Response> refuse(Optional<Opened> found, Map<String, String> details) {
        var told = found.isPresent()
                ? audit.refused(
                        EVENT,
                        actor(found.get()),
                        details,
                        "used before, too late, or user inactive or with a new password")
                : Uni.createFrom().voidItem();
        return told.replaceWith(
                () -> pages.error("This link was used before, or is older than a minute. Ask for a new one."));
    }

    private static AuditTrail.Actor actor(Opened opened) {
        return new AuditTrail.Actor(Long.toString(opened.proof().userId()), opened.username(), "");
    }
}
