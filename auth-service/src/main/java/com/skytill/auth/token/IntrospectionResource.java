package com.skytill.auth.token;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.skytill.auth.client.OAuthClient;
import com.skytill.auth.endpoint.OAuthAnswers;
import com.skytill.auth.endpoint.OAuthRequests;
import com.skytill.platform.caller.Permission;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.util.List;

/**
 * Tells the gateway what an opaque token stands for (RFC 7662), and gives it the signed token that goes on in its place
 * ({@code phantom_token}).
 */
@Path("/oauth/introspect")
final class IntrospectionResource {

    private final OAuthRequests requests;
    private final OAuthAnswers answers;
    private final Tokens tokens;
    private final PhantomTokens phantomTokens;
    private final String issuer;

    IntrospectionResource(
            OAuthRequests requests,
            OAuthAnswers answers,
            Tokens tokens,
            PhantomTokens phantomTokens,
            @ConfigProperty(name = "skytill.public-url") String issuer) {
        this.requests = requests;
        this.answers = answers;
        this.tokens = tokens;
        this.phantomTokens = phantomTokens;
        this.issuer = issuer;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> introspect(@HeaderParam("Authorization") String authorization, String form) {
        return answers.answering(() -> {
            var post = requests.post("/oauth/introspect", authorization, form);
            String token = token(post);
            return requests.client(post).flatMap(client -> {
                if (!(client instanceof OAuthClient.Internal internal) || !internal.introspects()) {
                    return Uni.createFrom()
                            .failure(new GeneralException(OAuth2Error.UNAUTHORIZED_CLIENT.setHTTPStatusCode(403)));
                }
                return describe(token).map(OAuthAnswers::ok);
            });
        });
    }

    private static String token(HTTPRequest post) throws GeneralException {
        var given = OAuthRequests.parameters(post).getOrDefault("token", List.of());
        if (given.size() != 1) {
            throw new GeneralException(OAuth2Error.INVALID_REQUEST.setDescription("token is mandatory"));
        }
        return given.getFirst();
    }

    private Uni<JsonObject> describe(String token) {
        return tokens.find(token)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(new JsonObject().put("active", false))
                        : phantomTokens.of(found.get()).map(jwt -> active(found.get(), jwt.serialize())));
    }

    private JsonObject active(AccessToken token, String phantomToken) {
        var answer = new JsonObject()
                .put("active", true)
                .put("iss", issuer)
                .put("sub", Long.toString(token.userId()))
                .put("client_id", token.clientId())
                .put("username", token.username())
                .put("name", token.name())
                .put("token_type", "Bearer")
                .put("iat", token.issuedAt().getEpochSecond())
                .put("exp", token.expiresAt().getEpochSecond())
                .put(
                        "permissions",
                        new JsonArray(token.permissions().stream()
                                .map(Permission::code)
                                .sorted()
                                .toList()))
                .put("phantom_token", phantomToken);
        // A scope has at least one word (RFC 6749 §3.3): one that does not narrow is left out.
        return token.scope().isEmpty() ? answer : answer.put("scope", token.scope());
    }
}
