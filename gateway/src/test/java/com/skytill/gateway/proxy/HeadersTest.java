package com.skytill.gateway.proxy;

import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
class HeadersTest {

    private static final String OPERATION = "/api/v1/get_hotspot_vouchers";

    private static RequestSpecification caller() {
        return given().header("Authorization", "Bearer " + Tokens.radius());
    }

    @Test
    void requestWhenHopByHopHeadersThenDropped() {
        caller().header("Connection", "keep-alive, X-Nominated, X-Request-Id, Authorization")
                .header("X-Nominated", "secret")
                .header("Keep-Alive", "timeout=5")
                .header("TE", "trailers")
                .header("Upgrade", "h2c")
                .header("HTTP2-Settings", "AAMAAABkAARAAAAAAAIAAAAA")
                .header("Proxy-Authorization", "Basic YTpi")
                .header("Proxy-Connection", "keep-alive")
                .header("X-Other", "stays")
                .get(OPERATION)
                .then()
                .statusCode(200)
                .body("headers", not(hasKey("x-nominated")))
                .body("headers", not(hasKey("keep-alive")))
                .body("headers", not(hasKey("te")))
                .body("headers", not(hasKey("upgrade")))
                .body("headers", not(hasKey("http2-settings")))
                .body("headers", not(hasKey("proxy-authorization")))
                .body("headers", not(hasKey("proxy-connection")))
                .body("headers.'x-other'", hasItem("stays"))
                .body("headers", hasKey("authorization"))
                .body("headers", hasKey("x-request-id"));
    }

    @Test
    void requestWhenForwardedHeadersSpoofedThenReplaced() {
        caller().header("X-Client-Address", "6.6.6.6")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.test")
                .header("X-Forwarded-Port", "1")
                .header("X-Forwarded-Prefix", "/evil")
                .header("X-Real-IP", "6.6.6.6")
                .header("Forwarded", "for=6.6.6.6")
                .header("Host", "gateway.test:1234")
                .get(OPERATION)
                .then()
                .statusCode(200)
                .body("headers.'x-forwarded-for'", equalTo(java.util.List.of("127.0.0.1")))
                .body("headers.'x-client-address'", equalTo(java.util.List.of("127.0.0.1")))
                .body("headers.'x-forwarded-proto'", equalTo(java.util.List.of("http")))
                .body("headers.'x-forwarded-host'", equalTo(java.util.List.of("gateway.test:1234")))
                .body(
                        "headers.forwarded",
                        equalTo(java.util.List.of("for=127.0.0.1;host=\"gateway.test:1234\";proto=http")))
                .body("headers", not(hasKey("x-forwarded-port")))
                .body("headers", not(hasKey("x-forwarded-prefix")))
                .body("headers", not(hasKey("x-real-ip")));
    }

    @Test
    void requestWhenIdUsableThenKeptElseMade() {
        caller().header("X-Request-Id", "my-id.1")
                .get(OPERATION)
                .then()
                .header("X-Request-Id", "my-id.1")
                .body("headers.'x-request-id'", equalTo(java.util.List.of("my-id.1")));
        for (String unusable : new String[] {"a b", "<script>", "x".repeat(65), "é"}) {
            caller().header("X-Request-Id", unusable)
                    .get(OPERATION)
                    .then()
                    .header("X-Request-Id", matchesPattern("[0-9a-f]{16}-[0-9a-f]+"));
        }
        given().header("X-Request-Id", "my-id.2").get(OPERATION).then().body("request_id", equalTo("my-id.2"));
    }

    @Test
    void requestWhenCookieOrRefererThenNotPassedAndNoneSet() {
        caller().header("Cookie", "session=1")
                .header("Referer", "http://x.test/?access_token=sk_1")
                .get(OPERATION)
                .then()
                .statusCode(200)
                .header("Set-Cookie", nullValue())
                .header("Cache-Control", "no-store")
                .header("X-Answer", "passes")
                .body("headers", not(hasKey("cookie")))
                .body("headers", not(hasKey("referer")));
    }

    @Test
    void requestWhenAnswerHasHopByHopHeadersThenDropped() {
        given().header("Authorization", "Bearer " + Tokens.of("none"))
                .get("/api/v1/get_customers?how=hop")
                .then()
                .statusCode(200)
                .header("X-Nominated", nullValue())
                .header("Keep-Alive", nullValue())
                .header("Proxy-Authenticate", nullValue())
                .header("X-Other", "stays");
    }

    @Test
    void requestToAuthServiceThenPassedAsItIs() {
        given().header("Cookie", "session=1")
                .header("Authorization", "Basic YTpi")
                .header("Origin", "http://gateway.test")
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .contentType("application/x-www-form-urlencoded")
                .body("grant_type=client_credentials&access_token=x")
                .post("/oauth/token?a=%20b")
                .then()
                .statusCode(200)
                .header("Set-Cookie", "session=1")
                .body("uri", equalTo("/oauth/token?a=%20b"))
                .body("body", equalTo("grant_type=client_credentials&access_token=x"))
                .body("headers.cookie", hasItem("session=1"))
                .body("headers.authorization", equalTo(java.util.List.of("Basic YTpi")));
        given().get("/sso?sso_token=abc").then().statusCode(200).body("uri", equalTo("/sso?sso_token=abc"));
        given().get("/.well-known/openid-configuration").then().statusCode(200);
    }
}
