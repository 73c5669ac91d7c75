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

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.util.List;

/**
 * Tells what an opaque token stands for (RFC 7662): the gateway of all, with the signed token that goes on in its place
 * ({@code phantom_token}); a registered client of its own.
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
    public Uni<Response> introspect(@Context HttpHeaders headers, String form) {
        return answers.answering(() -> {
            var post = requests.post("/oauth/introspect", headers, form);
            String token = token(post);
            return requests.client(post)
                    .flatMap(client -> switch (client) {
                        case OAuthClient.Internal internal -> forService(internal, token);
                        case OAuthClient.Registered registered -> forOwner(registered, token);
                    })
                    .map(OAuthAnswers::ok);
        });
    }

    /** The gateway learns what any token is, and what goes on in its place. */
    private Uni<JsonObject> forService(OAuthClient.Internal client, String token) {
        if (!client.introspects()) {
            return refused();
        }
        return tokens.use(token)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(inactive())
                        : phantomTokens
                                .of(found.get())
                                .map(jwt -> active(found.get()).put("phantom_token", jwt.serialize())));
    }

    /** A registered client learns what its own tokens are; another's looks like none (RFC 7662 §4). */
    private Uni<JsonObject> forOwner(OAuthClient.Registered client, String token) {
        // Who can't prove to be the client could try tokens out here.
        if (!client.confidential()) {
            return refused();
        }
        return tokens.find(token)
                .map(found -> found.filter(valid -> valid.clientId().equals(client.clientId()))
                        .map(this::active)
                        .orElseGet(IntrospectionResource::inactive));
    }

    private static Uni<JsonObject> refused() {
        return Uni.createFrom().failure(new GeneralException(OAuth2Error.UNAUTHORIZED_CLIENT.setHTTPStatusCode(403)));
    }

    private static JsonObject inactive() {
        return new JsonObject().put("active", false);
    }

    private static String token(HTTPRequest post) throws GeneralException {
        var given = OAuthRequests.parameters(post).getOrDefault("token", List.of());
        if (given.size() != 1) {
            throw new GeneralException(OAuth2Error.INVALID_REQUEST.setDescription("token is mandatory"));
        }
        return given.getFirst();
    }

    private JsonObject active(AccessToken token) {
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
                                .toList()));
        // A scope has at least one word (RFC 6749 §3.3): one that does not narrow is left out.
        return token.scope().isEmpty() ? answer : answer.put("scope", token.scope());
    }
}
