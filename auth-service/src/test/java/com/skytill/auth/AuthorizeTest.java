package com.skytill.auth;

import com.nimbusds.jwt.SignedJWT;
import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

import static com.skytill.auth.Provider.authorize;
import static com.skytill.auth.Provider.exchange;
import static com.skytill.auth.Provider.exchangeParameters;
import static com.skytill.auth.Provider.form;
import static com.skytill.auth.Provider.introspect;
import static com.skytill.auth.Provider.parameters;
import static com.skytill.auth.Provider.request;
import static com.skytill.auth.Provider.signIn;
import static com.skytill.auth.Provider.submit;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** The authorization endpoint and the code that it gives, as a stranger meets them. */
@QuarkusTest
class AuthorizeTest {

    @Test
    void codeFlowSignsInAndGivesOneTokenForOneCode() throws Exception {
        var granted = authorize(signIn(), Map.of("scope", "openid radius_read", "state", "a&b=c", "nonce", "n-1"));
        assertEquals("a&b=c", granted.get("state"));
        assertEquals(TestToken.ISSUER, granted.get("iss"));
        assertEquals("1", granted.get("till"));
        var answer = exchange(granted.get("code"), Map.of())
                .then()
                .statusCode(200)
                .body("scope", equalTo("openid radius_read"))
                .extract()
                .jsonPath();
        var idToken = SignedJWT.parse(answer.getString("id_token")).getJWTClaimsSet();
        assertEquals("n-1", idToken.getStringClaim("nonce"));
        assertEquals(List.of("first"), idToken.getAudience());
        String token = answer.getString("access_token");
        introspect(token).then().body("active", equalTo(true)).body("permissions", equalTo(List.of("radius_read")));
        exchange(granted.get("code"), Map.of()).then().statusCode(400).body("error", equalTo("invalid_grant"));
        introspect(token).then().body("active", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({
        "code_verifier, wrong-verifier-that-is-long-enough-to-be-one-of-them",
        "code_verifier, ''",
        "redirect_uri, https://till.example/callback",
        "redirect_uri, ''",
        "code, unknown"
    })
    void codeIsBoundToWhatItWasGivenFor(String parameter, String value) {
        var granted = authorize(signIn(), Map.of());
        exchange(granted.get("code"), Map.of(parameter, value))
                .then()
                .statusCode(400)
                .body("error", matchesPattern("invalid_grant|invalid_request"));
    }

    @Test
    void codeOfAnotherClientIsRefused() {
        var granted = authorize(signIn(), Map.of());
        form().auth()
                .preemptive()
                .basic("vouchers", Installation.VOUCHERS)
                .formParams(exchangeParameters(granted.get("code"), Map.of()))
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "response_mode, fragment, invalid_request",
        "code_challenge_method, '', invalid_request",
        "prompt, none login, invalid_request",
        "prompt, none, login_required",
        "response_type, code token, unsupported_response_type",
        "code_challenge_method, plain, invalid_request",
        "code_challenge, short, invalid_request",
        "code_challenge, '', invalid_request",
        "scope, everything, invalid_scope",
        "request, eyJhbGciOiJub25lIn0.e30., request_not_supported"
    })
    void badRequestsGoBackToTheClient(String parameter, String value, String error) {
        var response = given().redirects()
                .follow(false)
                .queryParams(request(Map.of(parameter, value, "state", "s")))
                .get("/oauth/authorize");
        assertEquals(303, response.statusCode(), response.asString());
        var told = parameters(response);
        assertEquals(error, told.get("error"));
        assertEquals("s", told.get("state"));
        assertEquals(TestToken.ISSUER, told.get("iss"));
        assertNull(told.get("code"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://till.example/callback",
                "https://till.example/callback?till=1&x=2",
                "https://till.example/callback/../callback?till=1",
                "https://till.example.evil.example/callback?till=1",
                "http://till.example/callback?till=1",
                "HTTPS://till.example/callback?till=1",
                "javascript:alert(1)",
                ""
            })
    void nobodyIsRedirectedElsewhere(String address) {
        given().redirects()
                .follow(false)
                .queryParams(request(Map.of("redirect_uri", address)))
                .get("/oauth/authorize")
                .then()
                .statusCode(400)
                .header("Location", nullValue())
                .contentType("text/html");
        given().redirects()
                .follow(false)
                .queryParams(request(Map.of("client_id", "nobody")))
                .get("/oauth/authorize")
                .then()
                .statusCode(400)
                .header("Location", nullValue());
    }

    @Test
    void controlCharactersAreTheCallersFault() {
        form().auth()
                .preemptive()
                .basic("first\u0000", "x")
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .then()
                .statusCode(401);
        form().formParam("grant_type", "client_credentials")
                .formParam("client_id", "a\u0000b")
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
        for (String parameter : List.of("client_id", "nonce", "state", "scope")) {
            given().redirects()
                    .follow(false)
                    .queryParams(request(Map.of(parameter, "a\u0000b")))
                    .get("/oauth/authorize")
                    .then()
                    .statusCode(400);
        }
        String formToken =
                given().queryParams(request(Map.of())).get("/oauth/authorize").getCookie("skytill_form");
        submit(formToken, formToken, "admin\u0000", Installation.ADMIN).then().statusCode(401);
    }
}
