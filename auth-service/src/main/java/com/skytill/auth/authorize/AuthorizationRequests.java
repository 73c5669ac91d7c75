package com.skytill.auth.authorize;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.skytill.auth.client.OAuthClient;
import com.skytill.auth.token.Scopes;

import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides what an authorization request may have (RFC 6749 §4.1.1, RFC 7636, RFC 9700, OpenID Connect Core §3.1.2.1). */
@Singleton
final class AuthorizationRequests {

    // BASE64URL of a SHA-256, RFC 7636 §4.2.
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    Verdict judge(Map<String, List<String>> parameters, OAuthClient.Registered client) {
        var addresses = parameters.getOrDefault("redirect_uri", List.of());
        // Exact comparison (RFC 9700 §4.1.3).
        if (addresses.size() != 1 || !client.redirectUrls().contains(addresses.getFirst())) {
            return new Verdict.Untrusted("The redirect_uri is not one that this client registered.");
        }
        var target = target(parameters, addresses.getFirst());
        if (parameters.values().stream().anyMatch(values -> values.size() > 1)) {
            return bad(target, OAuth2Error.INVALID_REQUEST, "A parameter was given more than once");
        }
        try {
            var request = parse(parameters);
            return fault(request, client, parameters)
                    .<Verdict>map(error -> new Verdict.Bad(target, error))
                    .orElseGet(() -> new Verdict.Good(good(request, target, parameters)));
        } catch (ParseException malformed) {
            var error = malformed.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : malformed.getErrorObject();
            return new Verdict.Bad(target, error);
        }
    }

    private static Target target(Map<String, List<String>> parameters, String address) {
        var states = parameters.getOrDefault("state", List.of());
        var modes = parameters.getOrDefault("response_mode", List.of());
        return new Target(
                address,
                states.size() == 1 ? states.getFirst() : null,
                List.of("form_post").equals(modes));
    }

    private static AuthorizationRequest parse(Map<String, List<String>> parameters) throws ParseException {
        String scope = parameters.getOrDefault("scope", List.of("")).getFirst();
        return Scopes.has(scope, Scopes.OPENID)
                ? AuthenticationRequest.parse(parameters)
                : AuthorizationRequest.parse(parameters);
    }

    private static Optional<ErrorObject> fault(
            AuthorizationRequest request, OAuthClient.Registered client, Map<String, List<String>> parameters) {
        if (!ResponseType.CODE.equals(request.getResponseType())) {
            return fault(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE, "response_type must be code");
        }
        var mode = request.getResponseMode();
        if (mode != null && !ResponseMode.QUERY.equals(mode) && !ResponseMode.FORM_POST.equals(mode)) {
            return fault(OAuth2Error.INVALID_REQUEST, "response_mode must be query or form_post");
        }
        if (request.getRequestObject() != null || request.getRequestURI() != null) {
            return fault(OAuth2Error.REQUEST_NOT_SUPPORTED, "Request objects are not supported");
        }
        if (!Scopes.known(scope(request))) {
            return fault(OAuth2Error.INVALID_SCOPE, "The scope has a word that means nothing here");
        }
        return challengeFault(request, client, parameters.containsKey("code_challenge_method"));
    }

    /** RFC 9700 §2.1.1: public clients must use PKCE; whoever uses it must do so by S256. */
    private static Optional<ErrorObject> challengeFault(
            AuthorizationRequest request, OAuthClient.Registered client, boolean methodGiven) {
        var challenge = request.getCodeChallenge();
        if (challenge == null) {
            return client.confidential() && !methodGiven
                    ? Optional.empty()
                    : fault(OAuth2Error.INVALID_REQUEST, "The code_challenge is missing");
        }
        return CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
                        && CHALLENGE.matcher(challenge.getValue()).matches()
                ? Optional.empty()
                : fault(OAuth2Error.INVALID_REQUEST, "The code_challenge must be one of code_challenge_method S256");
    }

    private static GoodRequest good(AuthorizationRequest request, Target target, Map<String, List<String>> parameters) {
        var prompt = request.getPrompt() == null ? new Prompt() : request.getPrompt();
        var nonce = parameters.getOrDefault("nonce", List.of());
        Duration maxAge = null;
        String loginHint = null;
        if (request instanceof AuthenticationRequest openId) {
            maxAge = openId.getMaxAge() < 0 ? null : Duration.ofSeconds(openId.getMaxAge());
            loginHint = openId.getLoginHint();
        }
        return new GoodRequest(
                target,
                scope(request),
                request.getCodeChallenge() == null
                        ? null
                        : request.getCodeChallenge().getValue(),
                nonce.isEmpty() ? null : nonce.getFirst(),
                prompt.contains(Prompt.Type.NONE),
                prompt.contains(Prompt.Type.LOGIN) || prompt.contains(Prompt.Type.SELECT_ACCOUNT),
                prompt.contains(Prompt.Type.CONSENT),
                maxAge,
                loginHint == null ? "" : loginHint);
    }

    private static String scope(AuthorizationRequest request) {
        return request.getScope() == null ? "" : request.getScope().toString();
    }

    private static Optional<ErrorObject> fault(ErrorObject error, String description) {
        return Optional.of(error.setDescription(description));
    }

    private static Verdict bad(Target target, ErrorObject error, String description) {
        return new Verdict.Bad(target, error.setDescription(description));
    }
}
