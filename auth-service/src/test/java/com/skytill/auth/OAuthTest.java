package com.skytill.auth;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The protocol, as a stranger's client meets it. */
@QuarkusTest
class OAuthTest {

    // RFC 7636, appendix B.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String CALLBACK = "https://till.example/callback?till=1";

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
                .statusCode(200);
        introspect(other).then().body("active", equalTo(true));
    }

    @Test
    void onlyTheGatewayIntrospects() {
        form().auth()
                .preemptive()
                .basic("first", Installation.FIRST)
                .formParam("token", "x")
                .post("/oauth/introspect")
                .then()
                .statusCode(403);
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
                .statusCode(415);
    }

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
        "response_mode, form_post, invalid_request",
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
    void signInPageIsStrictAndEscapesWhatItEchoes() {
        var page = given().queryParams(request(Map.of("state", "\"><script>alert(1)</script>")))
                .get("/oauth/authorize");
        page.then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", containsString("form-action 'self' https://till.example"))
                .header("Cache-Control", "no-store")
                .body(not(containsString("<script")));
        assertTrue(page.getDetailedCookie("skytill_form").isHttpOnly());
    }

    @Test
    void signInIsRefusedAlikeForUnknownUserAndWrongPassword() {
        var page = given().queryParams(request(Map.of())).get("/oauth/authorize");
        String formToken = page.getCookie("skytill_form");
        String unknown = submit(formToken, formToken, "nobody", "wrong")
                .then()
                .statusCode(401)
                .extract()
                .asString();
        String wrong = submit(formToken, formToken, "admin", "wrong")
                .then()
                .statusCode(401)
                .extract()
                .asString();
        assertEquals(withoutToken(unknown).replace("nobody", "admin"), withoutToken(wrong));
        assertTrue(!wrong.contains("wrong\""));
        submit(formToken, "another", "admin", Installation.ADMIN)
                .then()
                .statusCode(400)
                .header("Set-Cookie", nullValue());
        submit(null, formToken, "admin", Installation.ADMIN).then().statusCode(400);
        submit(formToken, formToken, "' or 1=1 --", "' or 1=1 --").then().statusCode(401);
        submit(formToken, formToken, "admin", Installation.ADMIN + "x".repeat(80))
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "x\r\nSet-Cookie: a=b",
                "client_id=first",
                "https://evil.example/",
                "client_id=first&client_id=first"
            })
    void signInGoesOnNowhereElse(String query) {
        var page = given().queryParams(request(Map.of())).get("/oauth/authorize");
        String formToken = page.getCookie("skytill_form");
        form().cookie("skytill_form", formToken)
                .redirects()
                .follow(false)
                .formParam("token", formToken)
                .formParam("query", query)
                .formParam("username", "admin")
                .formParam("password", Installation.ADMIN)
                .post("/oauth/sign-in")
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

    @Test
    void twoTabsMaySignInOneAfterTheOther() {
        String first =
                given().queryParams(request(Map.of())).get("/oauth/authorize").getCookie("skytill_form");
        String second = given().cookie("skytill_form", first)
                .queryParams(request(Map.of()))
                .get("/oauth/authorize")
                .getCookie("skytill_form");
        assertEquals(first, second);
    }

    @Test
    void discoveryListsWhatIsThere() {
        for (String path : List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")) {
            given().get(path)
                    .then()
                    .statusCode(200)
                    .body("issuer", equalTo(TestToken.ISSUER))
                    .body("token_endpoint", equalTo(TestToken.ISSUER + "/oauth/token"))
                    .body("code_challenge_methods_supported", equalTo(List.of("S256")))
                    .body("scopes_supported", hasItem("radius_write"));
        }
    }

    @Test
    void operationsTellUserAndSettings() {
        given().header(
                        "Authorization",
                        TestToken.of("radius_write").by("1", "admin").bearer())
                .get("/api/v1/get_oauth_user_details")
                .then()
                .statusCode(200)
                .body("user_id", equalTo(1))
                .body("name", equalTo("Administrator"))
                .body("client_id", equalTo("pos-till"))
                .body("permissions", equalTo(List.of("radius_read", "radius_write")));
        given().header(
                        "Authorization",
                        TestToken.of().by("vouchers", "vouchers").bearer())
                .get("/api/v1/get_oauth_user_details")
                .then()
                .statusCode(200)
                .body("user_id", nullValue());
        given().header("Authorization", TestToken.of().bearer())
                .get("/api/v1/get_config_settings")
                .then()
                .statusCode(200)
                .body("currency", equalTo("ZAR"))
                .body("time_zone", equalTo("Africa/Johannesburg"))
                .body("vat_percent", equalTo("15"))
                .body("enabled_modules", hasItem("hotspots"))
                .body("api_version", equalTo("1.0.4"));
        given().get("/api/v1/get_config_settings").then().statusCode(401);
        given().header("Authorization", TestToken.of().bearer())
                .queryParam("x", "1")
                .get("/api/v1/get_config_settings")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("x"));
    }

    private static String withoutToken(String html) {
        return html.replaceAll("name=\"token\" value=\"[^\"]*\"", "");
    }

    private static ValidatableResponse clientCredentials() {
        return form().auth()
                .preemptive()
                .basic("first", Installation.FIRST)
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .then();
    }

    private static Response introspect(String token) {
        return form().auth()
                .preemptive()
                .basic("gateway", Installation.GATEWAY)
                .formParam("token", token)
                .post("/oauth/introspect");
    }

    private static RequestSpecification form() {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8");
    }

    private static String signIn() {
        var page = given().queryParams(request(Map.of())).get("/oauth/authorize");
        String formToken = page.getCookie("skytill_form");
        var response = submit(formToken, formToken, "Admin", Installation.ADMIN);
        assertEquals(303, response.statusCode(), response.asString());
        assertTrue(response.header("Location").contains("/oauth/authorize?"));
        return response.getCookie("skytill_session");
    }

    private static Response submit(String cookie, String token, String username, String password) {
        var request = form().redirects()
                .follow(false)
                .formParam("token", token)
                .formParam("query", query(request(Map.of())))
                .formParam("username", username)
                .formParam("password", password);
        return (cookie == null ? request : request.cookie("skytill_form", cookie)).post("/oauth/sign-in");
    }

    private static Map<String, String> authorize(String session, Map<String, String> more) {
        var response = given().redirects()
                .follow(false)
                .cookie("skytill_session", session)
                .queryParams(request(more))
                .get("/oauth/authorize");
        assertEquals(303, response.statusCode(), response.asString());
        return parameters(response);
    }

    private static Response exchange(String code, Map<String, String> changed) {
        return form().auth()
                .preemptive()
                .basic("first", Installation.FIRST)
                .formParams(exchangeParameters(code, changed))
                .post("/oauth/token");
    }

    private static Map<String, String> exchangeParameters(String code, Map<String, String> changed) {
        var parameters = new HashMap<>(Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK, "code_verifier", VERIFIER));
        parameters.putAll(changed);
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    private static Map<String, String> request(Map<String, String> changed) {
        var parameters = new HashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                "first",
                "redirect_uri",
                CALLBACK,
                "code_challenge",
                CHALLENGE,
                "code_challenge_method",
                "S256"));
        parameters.putAll(changed);
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .reduce((a, b) -> a + "&" + b)
                .orElseThrow();
    }

    private static Map<String, String> parameters(Response response) {
        var location = URI.create(response.header("Location"));
        assertTrue(location.toString().startsWith("https://till.example/callback?till=1&"), location.toString());
        var parameters = new HashMap<String, String>();
        Arrays.stream(location.getRawQuery().split("&")).forEach(pair -> {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        });
        return parameters;
    }
}
