package com.skytill.auth;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static com.skytill.auth.Provider.clientCredentials;
import static com.skytill.auth.Provider.form;
import static com.skytill.auth.Provider.introspect;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tokens of clients that act for themselves, and what becomes of tokens. */
@QuarkusTest
class ClientTokensTest {

    @Test
    void clientCredentialsGiveAnOpaqueTokenThatIntrospects() throws Exception {
        var answer = clientCredentials()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(3600))
                .body("access_token", matchesPattern("sk_[A-Za-z0-9_-]{43}"))
                .extract()
                .jsonPath();
        String token = answer.getString("access_token");
        String phantom = introspect(token)
                .then()
                .statusCode(200)
                .body("active", equalTo(true))
                .body("username", equalTo("admin"))
                .body("client_id", equalTo("first"))
                .body("$", not(hasKey("scope")))
                .body("iss", equalTo(TestToken.ISSUER))
                .body("permissions", hasItems("radius_write", "radius_read", "system_write"))
                .extract()
                .jsonPath()
                .getString("phantom_token");
        var jwt = SignedJWT.parse(phantom);
        var keys = JWKSet.parse(given().get("/oauth/jwks").asString());
        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
        assertTrue(jwt.verify(new ECDSAVerifier(key.toECKey())));
        assertTrue(keys.getKeys().stream().noneMatch(JWK::isPrivate));
        var claims = jwt.getJWTClaimsSet();
        assertEquals(TestToken.ISSUER, claims.getIssuer());
        assertEquals(List.of("skytill"), claims.getAudience());
        assertEquals("ES256", jwt.getHeader().getAlgorithm().getName());
        var times = jwt.getPayload().toJSONObject();
        assertEquals(300L, (long) times.get("exp") - (long) times.get("iat"));
    }

    @Test
    void scopeNarrowsAndNeverWidens() {
        String token = form().auth()
                .preemptive()
                .basic("first", Installation.FIRST)
                .formParam("grant_type", "client_credentials")
                .formParam("scope", "radius_read openid")
                .post("/oauth/token")
                .jsonPath()
                .getString("access_token");
        introspect(token).then().body("permissions", equalTo(List.of("radius_read")));
        form().auth()
                .preemptive()
                .basic("first", Installation.FIRST)
                .formParam("grant_type", "client_credentials")
                .formParam("scope", "radius_destroy")
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_scope"));
    }

    @Test
    void revokedUnknownAndForeignTokensAreInactive() {
        String token = clientCredentials().extract().path("access_token");
        form().auth()
                .preemptive()
                .basic("first", Installation.FIRST)
                .formParam("token", token)
                .post("/oauth/revoke")
                .then()
                .statusCode(200);
        introspect(token)
                .then()
                .statusCode(200)
                .body("active", equalTo(false))
                .body("username", nullValue())
                .body("phantom_token", nullValue());
        introspect("sk_unknown").then().body("active", equalTo(false));
        form().auth()
                .preemptive()
                .basic("first", Installation.FIRST)
                .formParam("token", "sk_unknown")
                .post("/oauth/revoke")
                .then()
                .statusCode(200);
        String other = clientCredentials().extract().path("access_token");
        form().auth()
                .preemptive()
                .basic("vouchers", Installation.VOUCHERS)
                .formParam("token", other)
                .post("/oauth/revoke")
                .then()
                .statusCode(400)
                .body("error", equalTo("unauthorized_client"));
        introspect(other).then().body("active", equalTo(true));
    }

    @Test
    void onlyTheGatewayIntrospectsWhatIsNotItsOwn() {
        String own = clientCredentials().extract().path("access_token");
        form().auth()
                .preemptive()
                .basic("first", Installation.FIRST)
                .formParam("token", own)
                .post("/oauth/introspect")
                .then()
                .statusCode(200)
                .body("active", equalTo(true))
                .body("$", not(hasKey("phantom_token")));
        form().auth()
                .preemptive()
                .basic("vouchers", Installation.VOUCHERS)
                .formParam("token", "x")
                .post("/oauth/introspect")
                .then()
                .statusCode(403);
        form().auth()
                .preemptive()
                .basic("gateway", "wrong")
                .formParam("token", "x")
                .post("/oauth/introspect")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Basic"));
        form().formParam("token", "x").post("/oauth/introspect").then().statusCode(401);
        form().auth()
                .preemptive()
                .basic("gateway", Installation.GATEWAY)
                .post("/oauth/introspect")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @Test
    void servicesGetSignedTokensOfTheirOwn() throws Exception {
        String token = form().auth()
                .preemptive()
                .basic("vouchers", Installation.VOUCHERS)
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        var claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertEquals("vouchers", claims.getSubject());
        assertEquals(List.of("skytill"), claims.getAudience());
        assertEquals(
                List.of("customers_read", "products_read"),
                claims.getStringListClaim("permissions").stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "password, 400, unsupported_grant_type",
        "implicit, 400, unsupported_grant_type",
        "urn:ietf:params:oauth:grant-type:jwt-bearer, 400, invalid_request",
        "'', 400, unsupported_grant_type"
    })
    void otherGrantsAreRefused(String grant, int status, String error) {
        form().auth()
                .preemptive()
                .basic("first", Installation.FIRST)
                .formParam("grant_type", grant)
                .formParam("username", "admin")
                .formParam("password", Installation.ADMIN)
                .post("/oauth/token")
                .then()
                .statusCode(status)
                .body("error", equalTo(error));
    }

    @Test
    void wrongSecretAndUnknownClientAreToldAlike() {
        var wrong = form().auth()
                .preemptive()
                .basic("first", "wrong")
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token");
        var unknown = form().auth()
                .preemptive()
                .basic("nobody", "wrong")
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token");
        assertEquals(401, wrong.statusCode());
        assertEquals(wrong.asString(), unknown.asString());
        assertEquals("invalid_client", wrong.path("error"));
        form().auth()
                .preemptive()
                .basic("first", Installation.FIRST)
                .formParam("grant_type", "client_credentials", "client_credentials")
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
        given().contentType("application/json")
                .body("{}")
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @Test
    void oneWayOfAuthenticationIsEnough() {
        form().auth()
                .preemptive()
                .basic("first", Installation.FIRST)
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "first")
                .formParam("client_secret", Installation.FIRST)
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
        form().formParam("grant_type", "client_credentials")
                .formParam("client_id", "first")
                .formParam("client_secret", Installation.FIRST)
                .post("/oauth/token")
                .then()
                .statusCode(200);
    }
}
