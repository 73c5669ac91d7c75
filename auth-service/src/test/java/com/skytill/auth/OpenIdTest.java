package com.skytill.auth;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

import static com.skytill.auth.Provider.ask;
import static com.skytill.auth.Provider.authorize;
import static com.skytill.auth.Provider.consenting;
import static com.skytill.auth.Provider.decide;
import static com.skytill.auth.Provider.exchange;
import static com.skytill.auth.Provider.form;
import static com.skytill.auth.Provider.introspect;
import static com.skytill.auth.Provider.parameters;
import static com.skytill.auth.Provider.query;
import static com.skytill.auth.Provider.refresh;
import static com.skytill.auth.Provider.request;
import static com.skytill.auth.Provider.signIn;
import static com.skytill.auth.Provider.tokens;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** OpenID Connect: who signed in, when, and what the client is told of it. */
@QuarkusTest
class OpenIdTest {

    @Test
    void idTokenIsSignedByRs256UnlessTheClientWantsAnother() throws Exception {
        var jwt = SignedJWT.parse(tokens("openid").getString("id_token"));
        assertEquals("RS256", jwt.getHeader().getAlgorithm().getName());
        var keys = JWKSet.parse(given().get("/oauth/jwks").asString());
        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
        assertTrue(jwt.verify(new RSASSAVerifier(key.toRSAKey())));
        assertTrue(keys.getKeys().stream().noneMatch(any -> any.isPrivate()));
        TestClients.idTokenAlgorithm("first", "ES256");
        try {
            var other = SignedJWT.parse(tokens("openid").getString("id_token"));
            assertEquals("ES256", other.getHeader().getAlgorithm().getName());
            var itsKey = keys.getKeyByKeyId(other.getHeader().getKeyID());
            assertTrue(other.verify(new ECDSAVerifier(itsKey.toECKey())));
        } finally {
            TestClients.idTokenAlgorithm("first", "RS256");
        }
    }

    @Test
    void userInfoTellsWhatTheScopeLetsItTell() {
        String token = tokens("openid profile email").getString("access_token");
        given().header("Authorization", "Bearer " + token)
                .get("/oauth/userinfo")
                .then()
                .statusCode(200)
                .body("sub", equalTo("1"))
                .body("preferred_username", equalTo("admin"))
                .body("name", equalTo("Administrator"));
        form().formParam("access_token", token)
                .post("/oauth/userinfo")
                .then()
                .statusCode(200)
                .body("sub", equalTo("1"));
        String only = tokens("openid").getString("access_token");
        given().header("Authorization", "Bearer " + only)
                .get("/oauth/userinfo")
                .then()
                .statusCode(200)
                .body("sub", equalTo("1"))
                .body("$", not(hasKey("name")));
    }

    @Test
    void userInfoIsRefusedWithoutAFittingToken() {
        given().get("/oauth/userinfo").then().statusCode(401).header("WWW-Authenticate", containsString("Bearer"));
        given().header("Authorization", "Bearer sk_unknown")
                .get("/oauth/userinfo")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
        String narrow = tokens("radius_read").getString("access_token");
        given().header("Authorization", "Bearer " + narrow)
                .get("/oauth/userinfo")
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", containsString("error=\"insufficient_scope\""));
        form().header("Authorization", "Bearer " + narrow)
                .formParam("access_token", narrow)
                .post("/oauth/userinfo")
                .then()
                .statusCode(400);
    }

    @Test
    void openIdAloneGivesNoPermission() {
        introspect(tokens("openid").getString("access_token"))
                .then()
                .body("active", equalTo(true))
                .body("permissions.size()", equalTo(0));
    }

    @Test
    void promptLoginAsksAgainOnceAndIsNewlyAuthenticated() throws Exception {
        var session = signIn();
        var request = request(Map.of("scope", "openid", "prompt", "login"));
        assertSignInPage(ask(session, request));
        String again = signInFor(request);
        var granted = parameters(consenting(again, request));
        var claims = claims(exchange(granted.get("code"), Map.of()));
        assertTrue(claims.getLongClaim("auth_time") > 0);
        assertSignInPage(ask(again, request));
    }

    @Test
    void maxAgeOfZeroAsksAgainAndAnHourDoesNot() {
        var session = signIn();
        authorize(session, Map.of("scope", "openid", "max_age", "3600"));
        TestClients.ageSessions();
        assertSignInPage(ask(session, request(Map.of("scope", "openid", "max_age", "60"))));
        var silent = parameters(ask(session, request(Map.of("scope", "openid", "max_age", "60", "prompt", "none"))));
        assertEquals("login_required", silent.get("error"));
        assertEquals(303, ask(session, request(Map.of("scope", "openid"))).statusCode());
        var bad = parameters(ask(session, request(Map.of("scope", "openid", "max_age", "soon"))));
        assertEquals("invalid_request", bad.get("error"));
    }

    @Test
    void promptConsentAsksAgainAndNoneNever() {
        var session = signIn();
        var request = new HashMap<>(request(Map.of("scope", "openid products_read")));
        consenting(session, request);
        assertEquals(303, ask(session, request).statusCode());
        request.put("prompt", "consent");
        var page = ask(session, request);
        assertEquals(200, page.statusCode());
        page.then().body(containsString("See products and prices"), not(containsString("Issue and expire")));
        assertEquals(303, consenting(session, request).statusCode());
        assertEquals(200, ask(session, request).statusCode());
        var wider = request(Map.of("scope", "openid sales_write", "prompt", "none"));
        assertEquals("consent_required", parameters(ask(session, wider)).get("error"));
    }

    @Test
    void whoDeniesGivesNothing() {
        var session = signIn();
        var request = request(Map.of("scope", "openid helpdesk_write", "state", "s"));
        var page = ask(session, request);
        var told = parameters(decide(session, page.getCookie("skytill_form"), request, "deny"));
        assertEquals("access_denied", told.get("error"));
        assertEquals("s", told.get("state"));
        assertEquals(TestToken.ISSUER, told.get("iss"));
        assertEquals(200, ask(session, request).statusCode());
    }

    @Test
    void consentIsNotGivenByAStrangersForm() {
        var session = signIn();
        var request = request(Map.of("scope", "accounting_write"));
        var page = ask(session, request);
        form().redirects()
                .follow(false)
                .cookie("skytill_session", session)
                .cookie("skytill_form", page.getCookie("skytill_form"))
                .formParam("token", "guessed")
                .formParam("query", query(request))
                .formParam("decision", "allow")
                .post("/oauth/consent")
                .then()
                .statusCode(400);
        assertEquals(200, ask(session, request).statusCode());
        assertEquals(
                400,
                decide("no-session", page.getCookie("skytill_form"), request, "allow")
                        .statusCode());
    }

    @Test
    void loginHintIsPutIntoTheFormEscaped() {
        given().queryParams(request(Map.of("scope", "openid", "login_hint", "joe\"><b>")))
                .get("/oauth/authorize")
                .then()
                .statusCode(200)
                .body(containsString("joe&quot;&gt;&lt;b&gt;"));
    }

    @Test
    void formPostSendsTheAnswerByAForm() {
        var session = signIn();
        var request = request(Map.of("response_mode", "form_post", "state", "a\"b"));
        var page = ask(session, request);
        if (page.asString().contains("/oauth/consent")) {
            decide(session, page.getCookie("skytill_form"), request, "allow");
            page = ask(session, request);
        }
        page.then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'sha256-"))
                .header("Content-Security-Policy", containsString("form-action https://till.example"))
                .body(containsString("action=\"https://till.example/callback?till=1\""))
                .body(containsString("name=\"code\""), containsString("a&quot;b"));
    }

    @Test
    void requestByPostGoesOnByGet() {
        form().redirects()
                .follow(false)
                .formParams(request(Map.of("state", "s")))
                .post("/oauth/authorize")
                .then()
                .statusCode(303)
                .header("Location", containsString("/oauth/authorize?"))
                .header("Location", containsString("state=s"));
        given().contentType("application/x-www-form-urlencoded")
                .redirects()
                .follow(false)
                .body("a=b\r\nx: y")
                .post("/oauth/authorize")
                .then()
                .statusCode(400);
    }

    @Test
    void confidentialClientMayDoWithoutPkceAndNobodyCanTakeItAway() {
        var without = new HashMap<>(request(Map.of()));
        without.remove("code_challenge");
        without.remove("code_challenge_method");
        String session = signIn();
        var code = parameters(consenting(session, without)).get("code");
        exchange(code, Map.of("code_verifier", "")).then().statusCode(200);
        var other = parameters(consenting(session, without)).get("code");
        exchange(other, Map.of()).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void signOutEndsTheSessionAndAsksFirst() {
        var session = signIn();
        var page = given().cookie("skytill_session", session).get("/oauth/sign-out");
        page.then().statusCode(200).body(containsString("Sign out?"));
        String formToken = page.getCookie("skytill_form");
        form().cookie("skytill_session", session)
                .formParam("token", formToken)
                .post("/oauth/sign-out")
                .then()
                .statusCode(400);
        assertNotEquals(true, isSignInPage(ask(session, request(Map.of()))));
        form().cookie("skytill_session", session)
                .cookie("skytill_form", formToken)
                .formParam("token", formToken)
                .post("/oauth/sign-out")
                .then()
                .statusCode(200)
                .header("Set-Cookie", containsString("skytill_session="));
        assertSignInPage(ask(session, request(Map.of())));
    }

    @Test
    void refreshedIdTokenNamesTheSamePersonWithoutNonce() throws Exception {
        var granted = authorize(signIn(), Map.of("scope", "openid", "nonce", "n-2"));
        var first = exchange(granted.get("code"), Map.of());
        var again = refresh(first.path("refresh_token"), Map.of());
        var claims = claims(again);
        assertEquals(claims(first).getSubject(), claims.getSubject());
        assertEquals(claims(first).getClaim("auth_time"), claims.getClaim("auth_time"));
        assertNull(claims.getClaim("nonce"));
    }

    private static JWTClaimsSet claims(Response answer) throws Exception {
        return SignedJWT.parse(answer.then().statusCode(200).extract().<String>path("id_token"))
                .getJWTClaimsSet();
    }

    private static String signInFor(Map<String, String> request) {
        var page = given().queryParams(request).get("/oauth/authorize");
        String formToken = page.getCookie("skytill_form");
        return form().redirects()
                .follow(false)
                .cookie("skytill_form", formToken)
                .formParam("token", formToken)
                .formParam("query", query(request))
                .formParam("username", "admin")
                .formParam("password", Installation.ADMIN)
                .post("/oauth/sign-in")
                .then()
                .statusCode(303)
                .extract()
                .cookie("skytill_session");
    }

    private static void assertSignInPage(Response page) {
        assertTrue(isSignInPage(page), page.asString());
        assertFalse(page.asString().contains("code="));
    }

    private static boolean isSignInPage(Response page) {
        return page.statusCode() == 200 && page.asString().contains("action=\"/oauth/sign-in\"");
    }
}
