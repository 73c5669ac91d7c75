package com.skytill.auth.userinfo;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.nimbusds.oauth2.sdk.util.URLUtils;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import java.util.ArrayList;
import java.util.List;

/** Finds the access token that a request shows: in the header or in a form (RFC 6750 §2), never in both, never in the address. */
@Singleton
final class ShownTokens {

    /** What was found. */
    sealed interface Shown {
        /** A token, whatever it is worth. */
        record Token(String value) implements Shown {}

        /** None, or more than one. */
        record Refused(BearerTokenError error) implements Shown {}
    }

    Shown in(HttpHeaders headers, String form) {
        var values = new ArrayList<String>(inForm(headers, form));
        String header = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            try {
                values.add(BearerAccessToken.parse(header).getValue());
            } catch (ParseException malformed) {
                return new Shown.Refused(BearerTokenError.INVALID_REQUEST);
            }
        }
        return switch (values.size()) {
            case 0 -> new Shown.Refused(BearerTokenError.MISSING_TOKEN);
            case 1 -> new Shown.Token(values.getFirst());
            default -> new Shown.Refused(BearerTokenError.INVALID_REQUEST);
        };
    }

    private static List<String> inForm(HttpHeaders headers, String form) {
        var type = headers.getMediaType();
        return form == null || type == null || !type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                ? List.of()
                : URLUtils.parseParameters(form).getOrDefault("access_token", List.of());
    }
}
