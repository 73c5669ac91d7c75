package com.skytill.auth;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a client and a browser do at the provider, as tests need it. */
final class Provider {

    // RFC 7636, appendix B.
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    static final String CALLBACK = "https://till.example/callback?till=1";

    private Provider() {}

    static String withoutToken(String html) {
        return html.replaceAll("name=\"token\" value=\"[^\"]*\"", "");
    }

    static ValidatableResponse clientCredentials() {
        return form().auth()
                .preemptive()
                .basic("first", Installation.FIRST)
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .then();
    }

    static Response introspect(String token) {
        return form().auth()
                .preemptive()
                .basic("gateway", Installation.GATEWAY)
                .formParam("token", token)
                .post("/oauth/introspect");
    }

    static RequestSpecification form() {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8");
    }

    static String signIn() {
        var page = given().queryParams(request(Map.of())).get("/oauth/authorize");
        String formToken = page.getCookie("skytill_form");
        var response = submit(formToken, formToken, "Admin", Installation.ADMIN);
        assertEquals(303, response.statusCode(), response.asString());
        assertTrue(response.header("Location").contains("/oauth/authorize?"));
        return response.getCookie("skytill_session");
    }

    static Response submit(String cookie, String token, String username, String password) {
        var request = form().redirects()
                .follow(false)
                .formParam("token", token)
                .formParam("query", query(request(Map.of())))
                .formParam("username", username)
                .formParam("password", password);
        return (cookie == null ? request : request.cookie("skytill_form", cookie)).post("/oauth/sign-in");
    }

    static Map<String, String> authorize(String session, Map<String, String> more) {
        return parameters(consenting(session, request(more)));
    }

    /** The answer of the authorization endpoint. */
    static Response ask(String session, Map<String, String> request) {
        return given().redirects()
                .follow(false)
                .cookie("skytill_session", session)
                .urlEncodingEnabled(false)
                .get("/oauth/authorize?" + query(request));
    }

    /** The same, after consenting if the user is asked to. */
    static Response consenting(String session, Map<String, String> request) {
        var page = ask(session, request);
        if (page.statusCode() == 303) {
            return page;
        }
        assertTrue(page.asString().contains("/oauth/consent"), page.asString());
        assertEquals(
                303,
                decide(session, page.getCookie("skytill_form"), request, "allow")
                        .statusCode());
        var answer = ask(session, request);
        assertEquals(303, answer.statusCode(), answer.asString());
        return answer;
    }

    /** Answers the consent page. */
    static Response decide(String session, String formToken, Map<String, String> request, String decision) {
        return form().redirects()
                .follow(false)
                .cookie("skytill_session", session)
                .cookie("skytill_form", formToken)
                .formParam("token", formToken)
                .formParam("query", query(request))
                .formParam("decision", decision)
                .post("/oauth/consent");
    }

    /** Tokens of a whole sign-in with that scope. */
    static JsonPath tokens(String scope) {
        var granted = authorize(signIn(), Map.of("scope", scope));
        return exchange(granted.get("code"), Map.of())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The answer to a refresh token. */
    static Response refresh(String token, Map<String, String> more) {
        return form().auth()
                .preemptive()
                .basic("first", Installation.FIRST)
                .formParam("grant_type", "refresh_token")
                .formParam("refresh_token", token)
                .formParams(more)
                .post("/oauth/token");
    }

    static Response exchange(String code, Map<String, String> changed) {
        return form().auth()
                .preemptive()
                .basic("first", Installation.FIRST)
                .formParams(exchangeParameters(code, changed))
                .post("/oauth/token");
    }

    static Map<String, String> exchangeParameters(String code, Map<String, String> changed) {
        var parameters = new HashMap<>(Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK, "code_verifier", VERIFIER));
        parameters.putAll(changed);
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    static Map<String, String> request(Map<String, String> changed) {
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

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .reduce((a, b) -> a + "&" + b)
                .orElseThrow();
    }

    static Map<String, String> parameters(Response response) {
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
