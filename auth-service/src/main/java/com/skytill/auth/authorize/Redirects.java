package com.skytill.auth.authorize;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.skytill.auth.page.Pages;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends the browser back to the client, always with the issuer's name (RFC 9207). */
@Singleton
final class Redirects {

    // The page works without it, by a button.
    private static final String SCRIPT = "document.forms[0].submit()";

    private final Template formPost;
    private final Pages pages;
    private final String issuer;
    private final String scriptSha256;

    Redirects(
            @Location("form-post.html") Template formPost,
            Pages pages,
            @ConfigProperty(name = "skytill.public-url") String issuer) {
        this.formPost = formPost;
        this.pages = pages;
        this.issuer = issuer;
        this.scriptSha256 = sha256(SCRIPT);
    }

    /** With a code. */
    Response code(Target target, String code) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("code", code);
        return to(target, parameters);
    }

    /** With an error. */
    Response error(Target target, ErrorObject error) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("error", error.getCode());
        if (error.getDescription() != null) {
            parameters.put("error_description", error.getDescription());
        }
        return to(target, parameters);
    }

    private Response to(Target target, Map<String, String> parameters) {
        if (target.state() != null) {
            parameters.put("state", target.state());
        }
        parameters.put("iss", issuer);
        if (target.formPost()) {
            var page = formPost.data("address", target.redirectUrl())
                    .data("parameters", parameters.entrySet())
                    .data("script", SCRIPT);
            return pages.formTo(target.redirectUrl(), page, scriptSha256);
        }
        return Response.status(303)
                .header("Location", location(target.redirectUrl(), parameters))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static String location(String address, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var target = URI.create(address);
        String before = target.getRawQuery() == null ? "" : target.getRawQuery() + "&";
        return UriBuilder.fromUri(target).replaceQuery(null).build() + "?" + before + query;
    }

    private static String sha256(String script) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 is part of every Java", missing);
        }
    }
}
