package com.skytill.auth.authorize;

import com.nimbusds.openid.connect.sdk.OIDCError;
import com.skytill.auth.authorize.KnownRequests.Known;
import com.skytill.auth.consent.Consents;
import com.skytill.auth.page.Pages;
import com.skytill.auth.session.BrowserSession;
import com.skytill.auth.session.Cookies;
import com.skytill.auth.session.Sessions;
import com.skytill.auth.token.AuthorizationCode;
import com.skytill.auth.token.Codes;
import io.smallrye.mutiny.Uni;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import java.time.Clock;

/** The authorization endpoint (RFC 6749 §3.1): asks the user to sign in and to consent, as far as needed, and gives the code. */
@Path("/oauth/authorize")
final class AuthorizeResource {

    private final KnownRequests requests;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Consents consents;
    private final Codes codes;
    private final SignInPage signInPage;
    private final ConsentPage consentPage;
    private final Pages pages;
    private final Redirects redirects;
    private final Clock clock;

    AuthorizeResource(
            KnownRequests requests,
            Sessions sessions,
            Cookies cookies,
            Consents consents,
            Codes codes,
            SignInPage signInPage,
            ConsentPage consentPage,
            Pages pages,
            Redirects redirects,
            Clock clock) {
        this.requests = requests;
        this.sessions = sessions;
        this.cookies = cookies;
        this.consents = consents;
        this.codes = codes;
        this.signInPage = signInPage;
        this.consentPage = consentPage;
        this.pages = pages;
        this.redirects = redirects;
        this.clock = clock;
    }

    /** Serves the request by GET. */
    @GET
    public Uni<Response> authorize(@Context UriInfo uri, @Context HttpHeaders headers) {
        String query = uri.getRequestUri().getRawQuery();
        return requests.of(query == null ? "" : query).flatMap(known -> switch (known.verdict()) {
            case Verdict.Untrusted untrusted -> Uni.createFrom().item(pages.error(untrusted.reason()));
            case Verdict.Bad bad -> Uni.createFrom().item(redirects.error(bad.target(), bad.error()));
            case Verdict.Good good -> answer(known, good.request(), headers);
        });
    }

    /**
     * Serves it by POST (OpenID Connect Core §3.1.2.1), by way of a GET: browsers send the session's cookie with a stranger's
     * link, not with a stranger's form.
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response authorize(String form) {
        return QueryText.parse(form).isEmpty()
                ? pages.error("The request is not well-formed.")
                : Response.status(303)
                        .header("Location", "/oauth/authorize?" + form)
                        .header("Cache-Control", "no-store")
                        .build();
    }

    private Uni<Response> answer(Known known, GoodRequest request, HttpHeaders headers) {
        return sessions.find(cookies.session(headers), known.query()).flatMap(session -> {
            if (session.isPresent() && request.accepts(session.get(), clock.instant())) {
                return signedIn(known, request, session.get(), headers);
            }
            return Uni.createFrom().item(signIn(known, request, headers));
        });
    }

    private Uni<Response> signedIn(Known known, GoodRequest request, BrowserSession session, HttpHeaders headers) {
        return consents.cover(session.userId(), known.client().clientId(), request.scope())
                .flatMap(covered -> {
                    if (!request.needsConsent(session, covered)) {
                        return code(known, request, session, headers);
                    }
                    return request.silent()
                            ? Uni.createFrom().item(redirects.error(request.target(), OIDCError.CONSENT_REQUIRED))
                            : consentPage.show(known, request, session, headers);
                });
    }

    private Uni<Response> code(Known known, GoodRequest request, BrowserSession session, HttpHeaders headers) {
        var bound = new AuthorizationCode(
                known.client().clientId(),
                session.userId(),
                request.target().redirectUrl(),
                request.challenge(),
                request.scope(),
                request.nonce(),
                session.signedInAt(),
                clock.instant().plus(Codes.LIFETIME));
        String cookie = cookies.session(headers);
        return sessions.answered(cookie, known.query())
                .chain(() -> codes.give(bound, cookie))
                .map(given -> given.map(code -> redirects.code(request.target(), code))
                        .orElseGet(() -> signIn(known, request, headers)));
    }

    private Response signIn(Known known, GoodRequest request, HttpHeaders headers) {
        return request.silent()
                ? redirects.error(request.target(), OIDCError.LOGIN_REQUIRED)
                : signInPage.show(known, request, headers);
    }
}
