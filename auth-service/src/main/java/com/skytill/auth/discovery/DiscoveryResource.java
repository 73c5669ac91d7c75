package com.skytill.auth.discovery;

import com.skytill.auth.token.Scopes;
import com.skytill.platform.caller.Permission;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tells clients what there is, and where (RFC 8414, OpenID Connect Discovery §3). */
@Path("/.well-known")
final class DiscoveryResource {

    private final String issuer;

    DiscoveryResource(@ConfigProperty(name = "skytill.public-url") String issuer) {
        this.issuer = issuer;
    }

    @GET
    @Path("/openid-configuration")
    @Produces("application/json")
    public String openId() {
        return metadata()
                .put("subject_types_supported", new JsonArray().add("public"))
                .put("id_token_signing_alg_values_supported", new JsonArray(List.of("RS256", "ES256")))
                .put("userinfo_endpoint", issuer + "/oauth/userinfo")
                .put("prompt_values_supported", new JsonArray(List.of("none", "login", "consent", "select_account")))
                .put("claims_parameter_supported", false)
                .put("request_uri_parameter_supported", false)
                .put(
                        "claims_supported",
                        new JsonArray(List.of(
                                "sub",
                                "iss",
                                "aud",
                                "exp",
                                "iat",
                                "auth_time",
                                "nonce",
                                "at_hash",
                                "name",
                                "preferred_username",
                                "email",
                                "email_verified")))
                .encode();
    }

    @GET
    @Path("/oauth-authorization-server")
    @Produces("application/json")
    public String oauth() {
        return metadata().encode();
    }

    private JsonObject metadata() {
        var scopes = Stream.concat(
                        Scopes.IDENTITY.stream(),
                        Arrays.stream(Permission.values()).map(Permission::code))
                .toList();
        var methods = new JsonArray(List.of("client_secret_basic", "client_secret_post", "none"));
        return new JsonObject()
                .put("issuer", issuer)
                .put("authorization_endpoint", issuer + "/oauth/authorize")
                .put("token_endpoint", issuer + "/oauth/token")
                .put("introspection_endpoint", issuer + "/oauth/introspect")
                .put("revocation_endpoint", issuer + "/oauth/revoke")
                .put("jwks_uri", issuer + "/oauth/jwks")
                .put("scopes_supported", new JsonArray(scopes))
                .put("response_types_supported", new JsonArray().add("code"))
                .put("response_modes_supported", new JsonArray(List.of("query", "form_post")))
                .put(
                        "grant_types_supported",
                        new JsonArray(List.of("authorization_code", "refresh_token", "client_credentials")))
                .put("code_challenge_methods_supported", new JsonArray().add("S256"))
                .put("token_endpoint_auth_methods_supported", methods)
                .put("revocation_endpoint_auth_methods_supported", methods)
                .put(
                        "introspection_endpoint_auth_methods_supported",
                        new JsonArray(List.of("client_secret_basic", "client_secret_post")))
                .put("authorization_response_iss_parameter_supported", true);
    }
}
