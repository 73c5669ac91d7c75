package com.skytill.gateway.route;

import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
class TokenPlacesTest {

    private static final String OPERATION = "/api/v1/get_hotspot_vouchers";

    @Test
    void requestWithTokenInHeaderThenServiceGetsPhantomToken() {
        String token = Tokens.radius();
        given().header("Authorization", "Bearer " + token)
                .queryParam("limit", 5)
                .get(OPERATION)
                .then()
                .statusCode(200)
                .body("uri", equalTo(OPERATION + "?limit=5"))
                .body("headers.authorization[0]", startsWith("Bearer eyJ"))
                .body("headers.toString()", not(containsString(token)));
    }

    @Test
    void requestWithTokenInQueryThenTokenStrippedAndRestKept() {
        String token = Tokens.radius();
        given().urlEncodingEnabled(false)
                .get(OPERATION + "?search=a%26b&access_token=" + token + "&limit=5")
                .then()
                .statusCode(200)
                .body("uri", equalTo(OPERATION + "?search=a%26b&limit=5"))
                .body("headers.authorization[0]", startsWith("Bearer eyJ"));
    }

    @Test
    void requestWithEncodedTokenNameInQueryThenStripped() {
        given().urlEncodingEnabled(false)
                .get(OPERATION + "?%61ccess%5Ftoken=" + Tokens.radius())
                .then()
                .statusCode(200)
                .body("uri", equalTo(OPERATION));
    }

    @Test
    void requestWithTokenInFormThenStripped() {
        given().contentType("application/x-www-form-urlencoded")
                .body("search=caf%C3%A9&access_token=" + Tokens.radius() + "&limit=5")
                .post(OPERATION)
                .then()
                .statusCode(200)
                .body("body", equalTo("search=caf%C3%A9&limit=5"))
                .body("headers.'content-length'[0]", equalTo("24"))
                .body("headers.authorization[0]", startsWith("Bearer eyJ"));
    }

    @Test
    void requestWithTokenInJsonThenStripped() {
        given().contentType("application/json")
                .body("{\"price\":1.10,\"access_token\":\"" + Tokens.radius() + "\",\"nested\":{\"access_token\":1}}")
                .post(OPERATION)
                .then()
                .statusCode(200)
                .body("body", equalTo("{\"price\":1.10,\"nested\":{\"access_token\":1}}"));
    }

    @Test
    void requestWithTokenInMultipartThenPartStripped() {
        String token = Tokens.radius();
        given().multiPart("search", "abc")
                .multiPart("access_token", token)
                .multiPart("file", "f.csv", "a,b\n1,2".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(OPERATION)
                .then()
                .statusCode(200)
                .body("body", not(containsString(token)))
                .body("body", not(containsString("access_token")))
                .body("body", containsString("a,b\n1,2"))
                .body("body", containsString("abc"));
    }

    @Test
    void requestWithTwoTokensThenInvalidRequest() {
        String token = Tokens.radius();
        var twice = java.util.List.of(
                given().header("Authorization", "Bearer " + token).get(OPERATION + "?access_token=" + token),
                given().get(OPERATION + "?access_token=" + token + "&access_token=" + token),
                given().header("Authorization", "Bearer " + token)
                        .formParam("access_token", token)
                        .post(OPERATION),
                given().queryParam("access_token", token)
                        .formParam("access_token", token)
                        .post(OPERATION),
                given().header("Authorization", "Bearer " + token)
                        .contentType("application/json")
                        .body("{\"acc\\u0065ss_token\":\"x\"}")
                        .post(OPERATION),
                given().header("Authorization", "Bearer " + token)
                        .multiPart("access_token", token)
                        .post(OPERATION),
                given().contentType("application/json")
                        .body("{\"access_token\":\"x\",\"access_token\":\"y\"}")
                        .post(OPERATION));
        for (var answer : twice) {
            answer.then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer realm=\"skytill\", error=\"invalid_request\"")
                    .body("code", equalTo("invalid_request"));
        }
    }

    @Test
    void requestWithoutTokenThenBareChallenge() {
        var without = java.util.List.of(
                given().get(OPERATION),
                given().header("Authorization", "Basic YTpi").get(OPERATION),
                given().header("Authorization", "Bearer").get(OPERATION),
                given().formParam("limit", "5").post(OPERATION),
                given().contentType("text/csv").body("a,b").post(OPERATION),
                given().post(OPERATION));
        for (var answer : without) {
            answer.then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer realm=\"skytill\"")
                    .body("code", equalTo("invalid_token"))
                    .body("type", equalTo("http://gateway.test/api/errors#invalid_token"))
                    .body("request_id", equalTo(answer.header("X-Request-Id")));
        }
    }

    @Test
    void requestWithBadTokenThenInvalidToken() {
        var bad = java.util.List.of(
                given().header("Authorization", "Bearer " + Tokens.of("bad")).get(OPERATION),
                given().header("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiI3In0.")
                        .get(OPERATION),
                given().header("Authorization", "Bearer two words").get(OPERATION),
                given().header("Authorization", "Bearer " + "a".repeat(5000)).get(OPERATION),
                given().get(OPERATION + "?access_token="),
                given().formParam("access_token", Tokens.of("bad")).post(OPERATION));
        for (var answer : bad) {
            answer.then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer realm=\"skytill\", error=\"invalid_token\"")
                    .body("code", equalTo("invalid_token"));
        }
    }

    @Test
    void requestWithMalformedJsonThatNamesTokenThenRefused() {
        given().header("Authorization", "Bearer " + Tokens.radius())
                .contentType("application/json")
                .body("{\"access_token\": ")
                .post(OPERATION)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_request"));
    }

    @Test
    void requestWithCompressedBodyThenUnsupported() {
        given().header("Authorization", "Bearer " + Tokens.radius())
                .header("Content-Encoding", "gzip")
                .contentType("application/json; charset=utf-8")
                .body("x")
                .post(OPERATION)
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported_media_type"));
    }

    @Test
    void requestWithBodyThenPassedByteForByte() {
        String body = "a=%zz&b=x;y&&c";
        given().header("Authorization", "Bearer " + Tokens.radius())
                .header("Idempotency-Key", "key-1")
                .contentType("application/x-www-form-urlencoded")
                .body(body)
                .post("/api/v1/add_hotspot_voucher")
                .then()
                .statusCode(200)
                .body("body", equalTo(body))
                .body("method", equalTo("POST"))
                .body("headers.'idempotency-key'", hasItem("key-1"));
    }
}
