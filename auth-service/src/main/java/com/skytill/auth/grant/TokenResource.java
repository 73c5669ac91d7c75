package com.skytill.auth.grant;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.skytill.auth.endpoint.OAuthAnswers;
import com.skytill.auth.endpoint.OAuthRequests;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.util.List;

/** The token endpoint (RFC 6749 §3.2). */
@Path("/oauth/token")
final class TokenResource {

    private final OAuthRequests requests;
    private final OAuthAnswers answers;
    private final List<Grant> grants;

    TokenResource(OAuthRequests requests, OAuthAnswers answers, @All List<Grant> grants) {
        this.requests = requests;
        this.answers = answers;
        this.grants = grants;
    }

    @POST
    public Uni<Response> token(@Context HttpHeaders headers, String form) {
        return answers.answering(() -> {
            var post = requests.post("/oauth/token", headers, form);
            var request = parse(post);
            var grant = grants.stream()
                    .filter(known ->
                            known.type().equals(request.getAuthorizationGrant().getType()))
                    .findFirst()
                    .orElseThrow(() -> new GeneralException(OAuth2Error.UNSUPPORTED_GRANT_TYPE));
            return requests.client(post)
                    .flatMap(client -> answers.answering(
                            () -> grant.grant(request, client).map(answer -> OAuthAnswers.ok(answer))));
        });
    }

    private static TokenRequest parse(HTTPRequest post) throws GeneralException {
        try {
            return TokenRequest.parse(post);
        } catch (ParseException malformed) {
            var error = malformed.getErrorObject();
            throw new GeneralException(
                    malformed.getMessage(), error == null ? OAuth2Error.INVALID_REQUEST : error, malformed);
        }
    }
}
