package com.skytill.gateway.rate;

import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.TestTimes;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A gateway with narrow limits, behind a named proxy, so that a test can call from any address. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@TestProfile(RateLimitTest.Narrow.class)
class RateLimitTest {

    private static final String OPERATION = "/api/v1/get_hotspot_vouchers";
    private static final int CLIENT_BURST = 4;
    private static final int ADDRESS_BURST = 3;

    @ConfigProperty(name = "skytill.auth.url")
    String auth;

    @Inject
    TestTimes times;

    /** A client may 2 a second, an address 1. */
    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var config = new HashMap<String, String>();
            config.put("skytill.gateway.forwarded.trusted-proxies", "127.0.0.0/8");
            config.put("skytill.gateway.rate.client-per-second", "2");
            config.put("skytill.gateway.rate.client-burst", "" + CLIENT_BURST);
            config.put("skytill.gateway.rate.address-per-second", "1");
            config.put("skytill.gateway.rate.address-burst", "" + ADDRESS_BURST);
            config.put("skytill.gateway.rate.clients.free.per-second", "0");
            config.put("skytill.gateway.rate.clients.\"a.slow-one\".per-second", "1");
            config.put("skytill.gateway.rate.clients.\"a.slow-one\".burst", "2");
            config.put("skytill.gateway.rate.clients.fivefold.per-second", "1");
            return config;
        }
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address).redirects().follow(false);
    }

    private static Response call(String address, String token) {
        return from(address).header("Authorization", "Bearer " + token).get(OPERATION);
    }

    private String introspections(String token) {
        return given().get(auth + "/stub/count?" + token).asString();
    }

    @Test
    void requestsOfClientWhenSpentThenRefusedUntilTimePasses() {
        String token = Tokens.of("radius", "busy");
        for (int left = CLIENT_BURST - 1; left >= 0; left--) {
            call("192.0.2.1", token)
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Limit", "4")
                    .header("RateLimit-Remaining", "" + left);
        }
        call("192.0.2.1", token)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .header("RateLimit-Limit", "4")
                .header("RateLimit-Remaining", "0")
                .header("RateLimit-Reset", "2")
                .body("code", equalTo("rate_limited"));
        // Neither another address nor another token makes another client of it.
        call("192.0.2.2", Tokens.of("radius", "busy")).then().statusCode(429);
        call("192.0.2.1", Tokens.of("radius", "other")).then().statusCode(200);
        times.pass(Duration.ofMillis(499));
        call("192.0.2.1", token).then().statusCode(429);
        times.pass(Duration.ofMillis(1));
        call("192.0.2.1", token).then().statusCode(200);
        call("192.0.2.1", token).then().statusCode(429);
    }

    @Test
    void requestsOfClientWhenForbiddenThenCountedToo() {
        String token = Tokens.of("none", "forbidden");
        for (int i = 0; i < CLIENT_BURST; i++) {
            call("192.0.2.3", token).then().statusCode(403);
        }
        call("192.0.2.3", token).then().statusCode(429);
    }

    @Test
    void requestsOfClientWithOwnLimit() {
        String free = Tokens.of("radius", "free");
        for (int i = 0; i < 3 * CLIENT_BURST; i++) {
            call("192.0.2.4", free)
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Limit", nullValue())
                    .header("RateLimit-Remaining", nullValue());
        }
        String slow = Tokens.of("radius", "a.slow-one");
        call("192.0.2.4", slow).then().statusCode(200).header("RateLimit-Limit", "2");
        call("192.0.2.4", slow).then().statusCode(200);
        call("192.0.2.4", slow).then().statusCode(429);
        call("192.0.2.4", Tokens.of("radius", "fivefold")).then().header("RateLimit-Limit", "5");
    }

    @Test
    void requestsWithoutTokenWhenSpentThenRefused() {
        for (String path :
                new String[] {"/oauth/token", "/.well-known/jwks.json", "/sso", "/openapi", "/nothing-here"}) {
            String address = "198.51.100." + path.length();
            from(address).get(path).then().header("RateLimit-Limit", "3").header("RateLimit-Remaining", "2");
            from(address).get(OPERATION).then().statusCode(401).header("RateLimit-Remaining", "1");
            from(address).get("/api/v1/get_nothing").then().statusCode(404).header("RateLimit-Remaining", "0");
            from(address)
                    .get(path)
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "1")
                    .header("RateLimit-Reset", "3")
                    .body("code", equalTo("rate_limited"));
        }
    }

    @Test
    void requestsWithBadTokensWhenManyThenAuthServiceSpared() {
        String known = Tokens.of("radius", "neighbour");
        call("192.0.2.5", known).then().statusCode(200);
        for (int i = 0; i < ADDRESS_BURST; i++) {
            call("192.0.2.5", Tokens.of("bad")).then().statusCode(401);
        }
        String spared = Tokens.of("bad");
        call("192.0.2.5", spared).then().statusCode(429).body("code", equalTo("rate_limited"));
        from("192.0.2.5")
                .formParam("access_token", spared)
                .post(OPERATION)
                .then()
                .statusCode(429);
        from("192.0.2.5")
                .queryParam("access_token", spared)
                .get(OPERATION)
                .then()
                .statusCode(429);
        assertEquals("0", introspections(spared));
        // Whoever is known from there goes on, and other addresses are not concerned.
        call("192.0.2.5", known).then().statusCode(200);
        call("192.0.2.6", Tokens.of("radius", "far")).then().statusCode(200);
        times.pass(Duration.ofSeconds(1));
        call("192.0.2.5", spared).then().statusCode(401);
        assertEquals("1", introspections(spared));
    }

    @Test
    void requestsWithSameBadTokenThenEachCounted() {
        String bad = Tokens.of("bad");
        for (int i = 0; i < ADDRESS_BURST; i++) {
            call("192.0.2.7", bad).then().statusCode(401);
        }
        call("192.0.2.7", bad).then().statusCode(429);
    }

    @Test
    void requestsWithGoodTokensThenNotCountedAgainstAddress() {
        for (int i = 0; i < 3 * ADDRESS_BURST; i++) {
            call("192.0.2.8", Tokens.of("radius", "many-" + i)).then().statusCode(200);
            from("192.0.2.8")
                    .formParam("access_token", Tokens.of("radius", "body-" + i))
                    .post(OPERATION)
                    .then()
                    .statusCode(200);
        }
        from("192.0.2.8").get(OPERATION).then().header("RateLimit-Remaining", "2");
    }

    @Test
    void requestsWhenAuthServiceInTroubleThenNotCounted() {
        for (int i = 0; i < 2 * ADDRESS_BURST; i++) {
            call("192.0.2.9", Tokens.of("down")).then().statusCode(503);
        }
    }

    @Test
    void addressWhenCallerWritesItsOwnThenNotBelieved() {
        for (int i = 0; i < ADDRESS_BURST; i++) {
            from("203.0.113." + i + ", 192.0.2.10").get(OPERATION).then().statusCode(401);
        }
        from("203.0.113.99, 192.0.2.10").get(OPERATION).then().statusCode(429);
        // A second named proxy on the way is not the caller.
        from("192.0.2.10, 127.0.0.9").get(OPERATION).then().statusCode(429);
        from("nonsense, 127.0.0.9").get(OPERATION).then().statusCode(401);
    }

    @Test
    void addressWhenIpv6ThenNetworkCounts() {
        for (int i = 0; i < ADDRESS_BURST; i++) {
            from("2001:db8::" + i).get(OPERATION).then().statusCode(401);
        }
        from("2001:db8::ffff").get(OPERATION).then().statusCode(429);
        from("2001:db8:0:1::").get(OPERATION).then().statusCode(401);
    }
}
