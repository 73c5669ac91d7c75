package com.skytill.auth.authorize;

import com.nimbusds.oauth2.sdk.ErrorObject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends the browser back to the client, always with the issuer's name (RFC 9207). */
@Singleton
final class Redirects {

    private final String issuer;

    Redirects(@ConfigProperty(name = "skytill.public-url") String issuer) {
        this.issuer = issuer;
    }

    /** With a code. */
    Response code(String address, String code, String state) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("code", code);
        return to(address, state, parameters);
    }

    /** With an error. */
    Response error(String address, String state, ErrorObject error) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("error", error.getCode());
        if (error.getDescription() != null) {
            parameters.put("error_description", error.getDescription());
        }
        return to(address, state, parameters);
    }

    private Response to(String address, String state, Map<String, String> parameters) {
        if (state != null) {
            parameters.put("state", state);
        }
        parameters.put("iss", issuer);
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var target = URI.create(address);
        String before = target.getRawQuery() == null ? "" : target.getRawQuery() + "&";
        var location = UriBuilder.fromUri(target).replaceQuery(null).build() + "?" + before + query;
        return Response.status(303)
                .header("Location", location)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
