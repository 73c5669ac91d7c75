package com.skytill.auth.session;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

/**
 * The pages' two cookies: who is signed in, and the token that a form must repeat. Out of scripts' reach, not sent with other
 * sites' posts, and, over HTTPS, bound to this host ({@code __Host-}, RFC 6265bis §4.1.3.2).
 */
@Singleton
public final class Cookies {

    private final boolean secure;

    Cookies(@ConfigProperty(name = "skytill.public-url") String publicUrl) {
        this.secure = publicUrl.startsWith("https://");
    }

    /** The session cookie with that value. */
    public NewCookie session(String value) {
        return cookie("skytill_session", value);
    }

    /** The form token's cookie with that value. */
    public NewCookie formToken(String value) {
        return cookie("skytill_form", value);
    }

    /** Takes the session cookie away. */
    public NewCookie noSession() {
        return new NewCookie.Builder(name("skytill_session"))
                .value("")
                .path("/")
                .maxAge(0)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    /** The session cookie that the browser sent; null when none. */
    public String session(HttpHeaders headers) {
        return value(headers, "skytill_session");
    }

    /** The form token that the browser sent; null when none. */
    public String formToken(HttpHeaders headers) {
        return value(headers, "skytill_form");
    }

    private NewCookie cookie(String name, String value) {
        return new NewCookie.Builder(name(name))
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private String value(HttpHeaders headers, String name) {
        Cookie cookie = headers.getCookies().get(name(name));
        return cookie == null ? null : cookie.getValue();
    }

    private String name(String name) {
        return secure ? "__Host-" + name : name;
    }
}
