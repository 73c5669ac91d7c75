package com.skytill.auth.authorize;

import com.nimbusds.openid.connect.sdk.OIDCError;
import com.skytill.auth.authorize.AuthorizationRequests.Verdict;
import com.skytill.auth.client.Clients;
import com.skytill.auth.client.OAuthClient;
import com.skytill.auth.session.BrowserSession;
import com.skytill.auth.session.Cookies;
import com.skytill.auth.session.Sessions;
import com.skytill.auth.token.AuthorizationCode;
import com.skytill.auth.token.Codes;
import com.skytill.auth.user.Users;
import io.smallrye.mutiny.Uni;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The authorization endpoint (RFC 6749 §3.1) and the sign-in form behind it. */
@Path("/oauth")
final class AuthorizeResource {

    private final Clients clients;
    private final AuthorizationRequests requests;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Users users;
    private final Codes codes;
    private final Pages pages;
    private final Redirects redirects;
    private final Clock clock;

    AuthorizeResource(
            Clients clients,
            AuthorizationRequests requests,
            Sessions sessions,
            Cookies cookies,
            Users users,
            Codes codes,
            Pages pages,
            Redirects redirects,
            Clock clock) {
        this.clients = clients;
        this.requests = requests;
        this.sessions = sessions;
        this.cookies = cookies;
        this.users = users;
        this.codes = codes;
        this.pages = pages;
        this.redirects = redirects;
        this.clock = clock;
    }

    /** An authorization request with all that is known of it. */
    private record Known(OAuthClient.Registered client, Verdict verdict, String query) {}

    @GET
    @Path("/authorize")
    public Uni<Response> authorize(@Context UriInfo uri, @Context HttpHeaders headers) {
        String query = uri.getRequestUri().getRawQuery();
        return know(query == null ? "" : query).flatMap(known -> switch (known.verdict()) {
            case Verdict.Untrusted untrusted -> Uni.createFrom().item(pages.error(untrusted.reason()));
            case Verdict.Bad bad -> Uni.createFrom().item(redirects.error(bad.redirectUrl(), bad.state(), bad.error()));
            case Verdict.Good good ->
                sessions.find(cookies.session(headers))
                        .flatMap(session -> answer(known, good, session, cookies.formToken(headers)));
        });
    }

    @POST
    @Path("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> signIn(
            @FormParam("username") String username,
            @FormParam("password") String password,
            @FormParam("token") String token,
            @FormParam("query") String query,
            @Context HttpHeaders headers) {
        if (username == null || password == null || token == null || query == null) {
            return Uni.createFrom().item(pages.error("The form came without all of its fields."));
        }
        if (!same(token, cookies.formToken(headers))) {
            return Uni.createFrom()
                    .item(pages.error("The form is not one that this site showed you just now. Go back to"
                            + " where you came from, and begin again."));
        }
        return know(query)
                .flatMap(known -> known.verdict() instanceof Verdict.Good good
                        ? users.signIn(username, password)
                                .flatMap(user -> user.isPresent()
                                        ? signedIn(user.get().userId(), query)
                                        : Uni.createFrom()
                                                .item(pages.signIn(
                                                        known.client().name(),
                                                        query,
                                                        good.redirectUrl(),
                                                        username,
                                                        true,
                                                        token)))
                        : Uni.createFrom().item(pages.error("The request to sign in for is not valid.")));
    }

    private Uni<Response> answer(Known known, Verdict.Good good, Optional<BrowserSession> session, String formToken) {
        if (session.isEmpty() && good.silent()) {
            return Uni.createFrom().item(redirects.error(good.redirectUrl(), good.state(), OIDCError.LOGIN_REQUIRED));
        }
        if (session.isEmpty()) {
            return Uni.createFrom()
                    .item(pages.signIn(known.client().name(), known.query(), good.redirectUrl(), "", false, formToken));
        }
        var bound = new AuthorizationCode(
                known.client().clientId(),
                session.get().userId(),
                good.redirectUrl(),
                good.challenge(),
                good.scope(),
                good.nonce(),
                session.get().signedInAt(),
                clock.instant().plus(Codes.LIFETIME));
        return codes.give(bound).map(code -> redirects.code(good.redirectUrl(), code, good.state()));
    }

    /** Back to the request that the sign-in was for, on this site only: the query is no address. */
    private Uni<Response> signedIn(long userId, String query) {
        return sessions.begin(userId)
                .map(cookie -> Response.status(303)
                        .header("Location", "/oauth/authorize?" + query)
                        .header("Cache-Control", "no-store")
                        .cookie(cookies.session(cookie))
                        .build());
    }

    private Uni<Known> know(String query) {
        Map<String, List<String>> parameters = QueryText.parse(query);
        var clientIds = parameters.getOrDefault("client_id", List.of());
        if (clientIds.size() != 1) {
            return Uni.createFrom().item(new Known(null, new Verdict.Untrusted("The client_id is missing."), query));
        }
        return clients.find(clientIds.getFirst())
                .map(found -> found.map(client -> new Known(client, requests.judge(parameters, client), query))
                        .orElseGet(() -> new Known(null, new Verdict.Untrusted("There is no such client."), query)));
    }

    private static boolean same(String given, String expected) {
        return expected != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
