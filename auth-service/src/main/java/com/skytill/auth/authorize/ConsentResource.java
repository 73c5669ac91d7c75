package com.skytill.auth.authorize;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.skytill.auth.authorize.KnownRequests.Known;
import com.skytill.auth.consent.Consents;
import com.skytill.auth.page.Pages;
import com.skytill.auth.session.BrowserSession;
import com.skytill.auth.session.Cookies;
import com.skytill.auth.session.Sessions;
import io.smallrye.mutiny.Uni;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Takes the user's answer to the consent page. */
@Path("/oauth/consent")
final class ConsentResource {

    private final KnownRequests requests;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Consents consents;
    private final Pages pages;
    private final Redirects redirects;

    ConsentResource(
            KnownRequests requests,
            Sessions sessions,
            Cookies cookies,
            Consents consents,
            Pages pages,
            Redirects redirects) {
        this.requests = requests;
        this.sessions = sessions;
        this.cookies = cookies;
        this.consents = consents;
        this.pages = pages;
        this.redirects = redirects;
    }

    /** Goes on with the request, or tells the client that the user denied it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> decide(
            @FormParam("decision") String decision,
            @FormParam("token") String token,
            @FormParam("query") String query,
            @Context HttpHeaders headers) {
        if (decision == null || query == null) {
            return Uni.createFrom().item(pages.error("The form came without all of its fields."));
        }
        if (!pages.ours(token, headers)) {
            return Uni.createFrom().item(pages.notOurs());
        }
        String cookie = cookies.session(headers);
        return requests.of(query)
                .flatMap(known -> sessions.find(cookie, query).flatMap(session -> {
                    if (!(known.verdict() instanceof Verdict.Good good) || session.isEmpty()) {
                        return Uni.createFrom().item(pages.error("You are signed out, or the request is not valid."));
                    }
                    return "allow".equals(decision)
                            ? allow(known, good.request(), session.get(), cookie)
                            : Uni.createFrom()
                                    .item(redirects.error(good.request().target(), OAuth2Error.ACCESS_DENIED));
                }));
    }

    private Uni<Response> allow(Known known, GoodRequest request, BrowserSession session, String cookie) {
        return consents.give(session.userId(), known.client().clientId(), request.scope())
                .chain(() -> sessions.consented(cookie, known.query()))
                .replaceWith(() -> Response.status(303)
                        .header("Location", "/oauth/authorize?" + known.query())
                        .header("Cache-Control", "no-store")
                        .build());
    }
}
