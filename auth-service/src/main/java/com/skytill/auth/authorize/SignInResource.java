package com.skytill.auth.authorize;

import com.skytill.auth.authorize.KnownRequests.Known;
import com.skytill.auth.page.Pages;
import com.skytill.auth.session.Cookies;
import com.skytill.auth.session.Sessions;
import com.skytill.auth.signin.ClientAddress;
import com.skytill.auth.signin.SignIns;
import com.skytill.auth.user.Proof;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.util.Optional;

/** Takes the sign-in form, and goes on with the authorization request that it was shown for. */
@Path("/oauth/sign-in")
final class SignInResource {

    private static final String WRONG = "That username and password don’t go together.";

    private final KnownRequests requests;
    private final SignIns signIns;
    private final Sessions sessions;
    private final Cookies cookies;
    private final SignInPage page;
    private final Pages pages;

    SignInResource(
            KnownRequests requests, SignIns signIns, Sessions sessions, Cookies cookies, SignInPage page, Pages pages) {
        this.requests = requests;
        this.signIns = signIns;
        this.sessions = sessions;
        this.cookies = cookies;
        this.page = page;
        this.pages = pages;
    }

    /** What the form had. */
    private record Entry(String username, String password, String query) {
        boolean whole() {
            return username != null && password != null && query != null;
        }
    }

    /** Signs in, or shows the form again. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> signIn(
            @FormParam("username") String username,
            @FormParam("password") String password,
            @FormParam("token") String token,
            @FormParam("query") String query,
            @Context HttpHeaders headers,
            @Context RoutingContext context) {
        var entry = new Entry(username, password, query);
        if (!entry.whole()) {
            return Uni.createFrom().item(pages.error("The form came without all of its fields."));
        }
        if (!pages.ours(token, headers)) {
            return Uni.createFrom().item(pages.notOurs());
        }
        return requests.of(query)
                .flatMap(known -> known.verdict() instanceof Verdict.Good good
                        ? signIn(known, good.request(), entry, headers, ClientAddress.of(context))
                        : Uni.createFrom().item(pages.error("The request to sign in for is not valid.")));
    }

    private Uni<Response> signIn(Known known, GoodRequest request, Entry entry, HttpHeaders headers, String address) {
        return signIns.signIn(
                        entry.username(),
                        entry.password(),
                        address,
                        known.client().clientId())
                .flatMap(result -> switch (result) {
                    case SignIns.Result.SignedIn done ->
                        signedIn(done.proof(), entry.query(), headers)
                                .flatMap(response -> response.isPresent()
                                        ? Uni.createFrom().item(response.get())
                                        : again(401, known, request, entry, WRONG, headers));
                    case SignIns.Result.Wrong ignored -> again(401, known, request, entry, WRONG, headers);
                    case SignIns.Result.TooMany wait ->
                        again(429, known, request, entry, wait.words(), headers)
                                .invoke(response ->
                                        response.getHeaders().putSingle("Retry-After", Long.toString(wait.seconds())));
                });
    }

    private Uni<Response> again(
            int status, Known known, GoodRequest request, Entry entry, String fault, HttpHeaders headers) {
        return Uni.createFrom().item(page.again(status, known, request, entry.username(), fault, headers));
    }

    /**
     * Back to the request that the sign-in was for, on this site only: the query is no address. The old session ends. Empty when
     * the password was changed meanwhile.
     */
    private Uni<Optional<Response>> signedIn(Proof proof, String query, HttpHeaders headers) {
        return sessions.end(cookies.session(headers))
                .chain(() -> sessions.begin(proof, query))
                .map(begun -> begun.map(cookie -> Response.status(303)
                        .header("Location", "/oauth/authorize?" + query)
                        .header("Cache-Control", "no-store")
                        .cookie(cookies.session(cookie))
                        .build()));
    }
}
