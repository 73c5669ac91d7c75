package com.skytill.auth.token;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.skytill.auth.endpoint.OAuthAnswers;
import com.skytill.auth.endpoint.OAuthRequests;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.util.List;

/** Lets a client give its token back (RFC 7009). One that never was, or has ended, is as good as given back. */
@Path("/oauth/revoke")
final class RevocationResource {

    private final OAuthRequests requests;
    private final OAuthAnswers answers;
    private final Tokens tokens;

    RevocationResource(OAuthRequests requests, OAuthAnswers answers, Tokens tokens) {
        this.requests = requests;
        this.answers = answers;
        this.tokens = tokens;
    }

    @POST
    public Uni<Response> revoke(@Context HttpHeaders headers, String form) {
        return answers.answering(() -> {
            var post = requests.post("/oauth/revoke", headers, form);
            var given = OAuthRequests.parameters(post).getOrDefault("token", List.of());
            if (given.size() != 1) {
                throw new GeneralException(OAuth2Error.INVALID_REQUEST.setDescription("token is mandatory"));
            }
            return requests.client(post)
                    .flatMap(client -> tokens.revoke(given.getFirst(), client.clientId()))
                    .flatMap(own -> own
                            ? Uni.createFrom().item(OAuthAnswers.ok(new JsonObject()))
                            : Uni.createFrom().failure(new GeneralException(OAuth2Error.UNAUTHORIZED_CLIENT)));
        });
    }
}
