package com.skytill.auth.authorize;

import com.skytill.auth.opaque.Opaque;
import com.skytill.auth.session.Cookies;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

import java.net.URI;

/** The pages that people see, with the headers that keep others from using them. */
@Singleton
final class Pages {

    private final Template signIn;
    private final Template error;
    private final Opaque opaque;
    private final Cookies cookies;

    Pages(
            @Location("sign-in.html") Template signIn,
            @Location("error.html") Template error,
            Opaque opaque,
            Cookies cookies) {
        this.signIn = signIn;
        this.error = error;
        this.opaque = opaque;
        this.cookies = cookies;
    }

    /**
     * The sign-in form.
     *
     * @param query the authorization request to go on with, as it came
     * @param redirectUrl where the client waits: browsers hold redirects after a form against the page's form-action too
     * @param username what was typed before
     * @param failed whether that was refused
     * @param formToken what an earlier page of this browser was given; that page stays good. Null when there was none
     */
    Response signIn(
            String clientName, String query, String redirectUrl, String username, boolean failed, String formToken) {
        String token = formToken == null || formToken.isEmpty() ? opaque.next("") : formToken;
        var html = signIn.data("client", clientName)
                .data("query", query)
                .data("username", username)
                .data("failed", failed)
                .data("token", token)
                .render();
        return page(failed ? 401 : 200, html, "'self' " + origin(redirectUrl))
                .cookie(cookies.formToken(token))
                .build();
    }

    /** Something that the person, not the client, has to be told. */
    Response error(String reason) {
        return page(400, error.data("reason", reason).render(), "'none'").build();
    }

    private static Response.ResponseBuilder page(int status, String html, String formAction) {
        return Response.status(status)
                .header("Content-Type", "text/html; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action "
                                + formAction)
                .entity(html);
    }

    private static String origin(String redirectUrl) {
        var url = URI.create(redirectUrl);
        // A native app's own scheme (RFC 8252 §7.1) has no authority.
        return url.getRawAuthority() == null ? url.getScheme() + ":" : url.getScheme() + "://" + url.getRawAuthority();
    }
}
