package com.skytill.auth.page;

import com.skytill.auth.opaque.Opaque;
import com.skytill.auth.session.Cookies;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The pages that people see, with the headers that keep others from using them: no script, no frame, no form that goes anywhere
 * else, and a token in each form that only a page of ours can have (double submit; the cookie is bound to this host).
 */
@Singleton
public final class Pages {

    private final Template error;
    private final Opaque opaque;
    private final Cookies cookies;

    Pages(@Location("error.html") Template error, Opaque opaque, Cookies cookies) {
        this.error = error;
        this.opaque = opaque;
        this.cookies = cookies;
    }

    /**
     * A page with a form, which repeats {@code token}; a page that the browser has open already stays good.
     *
     * @param onwards where the form's answer may send the browser, besides this site: browsers hold redirects after a form
     *     against the page's form-action too. Null for nowhere
     */
    public Response form(int status, TemplateInstance page, HttpHeaders headers, String onwards) {
        String known = cookies.formToken(headers);
        String token = known == null || known.isEmpty() ? opaque.next("") : known;
        String action = onwards == null ? "'self'" : "'self' " + origin(onwards);
        return page(status, page.data("token", token).render(), "form-action " + action)
                .cookie(cookies.formToken(token))
                .build();
    }

    /** A page that sends a form to another site, by its only script or else by a button. */
    public Response formTo(String address, TemplateInstance page, String scriptSha256) {
        String policy = "form-action " + origin(address) + "; script-src 'sha256-" + scriptSha256 + "'";
        return page(200, page.render(), policy).build();
    }

    /** Something that the person, not the client, has to be told. */
    public Response error(String reason) {
        return error(400, reason);
    }

    /** The same with that status. */
    public Response error(int status, String reason) {
        return page(status, error.data("reason", reason).render(), "form-action 'none'")
                .build();
    }

    /** A page without a form. */
    public Response plain(int status, TemplateInstance page) {
        return page(status, page.render(), "form-action 'none'").build();
    }

    /** Whether a form came from a page of ours in this browser. */
    public boolean ours(String formToken, HttpHeaders headers) {
        String expected = cookies.formToken(headers);
        return formToken != null
                && expected != null
                && MessageDigest.isEqual(
                        formToken.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer to a form that is not ours. */
    public Response notOurs() {
        return error(
                "The form is not one that this site showed you just now. Go back to where you came from, and begin again.");
    }

    private static Response.ResponseBuilder page(int status, String html, String policy) {
        return Response.status(status)
                .header("Content-Type", "text/html; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; " + policy)
                .entity(html);
    }

    private static String origin(String address) {
        var url = URI.create(address);
        // A native app's own scheme (RFC 8252 §7.1) has no authority.
        return url.getRawAuthority() == null ? url.getScheme() + ":" : url.getScheme() + "://" + url.getRawAuthority();
    }
}
