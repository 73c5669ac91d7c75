package com.skytill.auth.authorize;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.skytill.auth.client.OAuthClient;
import com.skytill.auth.token.Scopes;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Decides what an authorization request may have (RFC 6749 §4.1.1, RFC 7636, RFC 9700). */
@Singleton
final class AuthorizationRequests {

    // BASE64URL of a SHA-256, RFC 7636 §4.2.
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** What came of looking at a request whose client and address are known. */
    sealed interface Verdict {
        /**
         * It may go on.
         *
         * @param silent whether no page may be shown ({@code prompt=none}, OpenID Connect Core §3.1.2.1)
         */
        record Good(String redirectUrl, String state, String scope, String challenge, String nonce, boolean silent)
                implements Verdict {}

        /** It may not; the client is told at its address (RFC 6749 §4.1.2.1). */
        record Bad(String redirectUrl, String state, ErrorObject error) implements Verdict {}

        /** Neither client nor address can be trusted: the person is told, nobody is redirected. */
        record Untrusted(String reason) implements Verdict {}
    }

    Verdict judge(Map<String, List<String>> parameters, OAuthClient.Registered client) {
        var addresses = parameters.getOrDefault("redirect_uri", List.of());
        // Exact comparison (RFC 9700 §4.1.3).
        if (addresses.size() != 1 || !client.redirectUrls().contains(addresses.getFirst())) {
            return new Verdict.Untrusted("The redirect_uri is not one that this client registered.");
        }
        String address = addresses.getFirst();
        var states = parameters.getOrDefault("state", List.of());
        String state = states.size() == 1 ? states.getFirst() : null;
        for (var entry : parameters.entrySet()) {
            if (entry.getValue().size() > 1) {
                return bad(address, state, OAuth2Error.INVALID_REQUEST, "A parameter was given more than once");
            }
        }
        return judge(parameters, address, state);
    }

    private static Verdict judge(Map<String, List<String>> parameters, String address, String state) {
        AuthorizationRequest request;
        try {
            request = AuthorizationRequest.parse(parameters);
        } catch (ParseException malformed) {
            var error = malformed.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : malformed.getErrorObject();
            return new Verdict.Bad(address, state, error);
        }
        if (!ResponseType.CODE.equals(request.getResponseType())) {
            return bad(address, state, OAuth2Error.UNSUPPORTED_RESPONSE_TYPE, "response_type must be code");
        }
        if (request.getResponseMode() != null && !ResponseMode.QUERY.equals(request.getResponseMode())) {
            return bad(address, state, OAuth2Error.INVALID_REQUEST, "response_mode must be query");
        }
        if (request.getRequestObject() != null || request.getRequestURI() != null) {
            return bad(address, state, OAuth2Error.REQUEST_NOT_SUPPORTED, "Request objects are not supported");
        }
        var challenge = request.getCodeChallenge();
        if (challenge == null
                || !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
                || !CHALLENGE.matcher(challenge.getValue()).matches()) {
            return bad(
                    address, state, OAuth2Error.INVALID_REQUEST, "PKCE with code_challenge_method S256 is mandatory");
        }
        String scope = request.getScope() == null ? "" : request.getScope().toString();
        if (!Scopes.known(scope)) {
            return bad(address, state, OAuth2Error.INVALID_SCOPE, "The scope has a word that means nothing here");
        }
        var nonce = parameters.getOrDefault("nonce", List.of());
        return new Verdict.Good(
                address,
                state,
                scope,
                challenge.getValue(),
                nonce.isEmpty() ? null : nonce.getFirst(),
                request.getPrompt() != null && request.getPrompt().contains(Prompt.Type.NONE));
    }

    private static Verdict bad(String address, String state, ErrorObject error, String description) {
        return new Verdict.Bad(address, state, error.setDescription(description));
    }
}
