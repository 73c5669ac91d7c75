package com.skytill.auth.endpoint;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.skytill.auth.client.Clients;
import com.skytill.auth.client.OAuthClient;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Hands the requests of the protocol's endpoints to the library that parses them, and finds out which client sent them. */
@Singleton
public final class OAuthRequests {

    private final Clients clients;
    private final String issuer;

    OAuthRequests(Clients clients, @ConfigProperty(name = "skytill.public-url") String issuer) {
        this.clients = clients;
        this.issuer = issuer;
    }

    /** The form post as the library knows it; fails with {@code invalid_request} when it is none, or a parameter is doubled. */
    public HTTPRequest post(String path, HttpHeaders headers, String form) throws GeneralException {
        var type = headers.getMediaType();
        if (type == null || !type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            throw new GeneralException(
                    OAuth2Error.INVALID_REQUEST.setDescription("The body must be application/x-www-form-urlencoded"));
        }
        var request = new HTTPRequest(HTTPRequest.Method.POST, URI.create(issuer + path));
        request.setEntityContentType(ContentType.APPLICATION_URLENCODED);
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            request.setHeader("Authorization", authorization);
        }
        request.setBody(form);
        requireSound(parameters(request));
        return request;
    }

    /** The parameters of the form. */
    public static Map<String, List<String>> parameters(HTTPRequest request) throws GeneralException {
        try {
            return request.getBodyAsFormParameters();
        } catch (ParseException malformed) {
            throw new GeneralException(
                    malformed.getMessage(),
                    OAuth2Error.INVALID_REQUEST.setDescription("The form is not well-formed"),
                    malformed);
        }
    }

    /** The client that the request proves to come from: by its secret (basic or post), or, if it has none, by its name. */
    public Uni<OAuthClient> client(HTTPRequest request) throws GeneralException {
        // RFC 6749 §2.3: one method of authentication a request.
        if (request.getAuthorization() != null && parameters(request).containsKey("client_secret")) {
            throw new GeneralException(
                    OAuth2Error.INVALID_REQUEST.setDescription("The client authenticated itself in two ways"));
        }
        ClientAuthentication shown;
        try {
            shown = ClientAuthentication.parse(request);
        } catch (ParseException malformed) {
            throw new GeneralException(malformed.getMessage(), OAuth2Error.INVALID_CLIENT, malformed);
        }
        if (shown instanceof PlainClientSecret secret) {
            return clients.authenticate(secret);
        }
        var name = parameters(request).getOrDefault("client_id", List.of());
        if (shown != null || name.size() != 1) {
            throw new GeneralException(OAuth2Error.INVALID_CLIENT);
        }
        return clients.identify(name.getFirst());
    }

    /** RFC 6749 §3.1: no parameter may be included more than once; and none has control characters (appendix A). */
    private static void requireSound(Map<String, List<String>> parameters) throws GeneralException {
        for (var entry : parameters.entrySet()) {
            if (entry.getValue().size() > 1) {
                throw new GeneralException(
                        OAuth2Error.INVALID_REQUEST.setDescription("A parameter was given more than once"));
            }
            if (entry.getValue().stream().anyMatch(value -> value.chars().anyMatch(Character::isISOControl))) {
                throw new GeneralException(
                        OAuth2Error.INVALID_REQUEST.setDescription("A parameter has a control character"));
            }
        }
    }
}
