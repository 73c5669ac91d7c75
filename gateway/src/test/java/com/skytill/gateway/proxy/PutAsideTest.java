package com.skytill.gateway.proxy;

import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.TestTimes;
import com.skytill.gateway.stub.Tokens;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A service that is away, and comes back at the same address. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@TestProfile(PutAsideTest.Patient.class)
class PutAsideTest {

    @ConfigProperty(name = "skytill.services.leads.url")
    URI leads;

    @Inject
    TestTimes times;

    /** Put aside for longer than a second, so that Retry-After tells it. */
    public static final class Patient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("skytill.gateway.upstream.aside", "1500ms");
        }
    }

    private static Response call() {
        return given().header("Authorization", "Bearer " + Tokens.of("none")).get("/api/v1/get_sales_leads");
    }

    @Test
    void requestsWhenServiceAwayThenPutAsideAndFoundAgain() throws Exception {
        for (int i = 0; i < 5; i++) {
            call().then().statusCode(503).header("Retry-After", "1");
        }
        given().get("/q/metrics").then().body(containsString("skytill_upstream_aside{service=\"leads\"} 1.0"));
        given().get("/q/metrics").then().body(containsString("skytill_upstream_aside{service=\"vouchers\"} 0.0"));
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), leads.getPort()), 10);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            // It is back, but nobody is let near it yet.
            call().then().statusCode(503).header("Retry-After", "2").body("code", equalTo("upstream_unavailable"));
            times.pass(Duration.ofMillis(600));
            call().then().statusCode(503).header("Retry-After", "1");
            assertEquals(0, asked.get());
            times.pass(Duration.ofMillis(900));
            call().then().statusCode(204);
            call().then().statusCode(204);
            assertEquals(2, asked.get());
            given().get("/q/metrics").then().body(containsString("skytill_upstream_aside{service=\"leads\"} 0.0"));
        } finally {
            server.stop(0);
        }
    }
}
