package com.skytill.gateway;

import com.skytill.gateway.stub.RawHttp;
import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The worst case: an operator in trouble has set the root's level to DEBUG. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
class SecretsInLogsTest {

    // It has a handler of its own.
    private static final Logger ACCESS = Logger.getLogger("com.skytill.gateway.access");

    @Test
    void requestsWhenAllIsLoggedThenNoTokenIs() throws IOException {
        var lines = new ConcurrentLinkedQueue<String>();
        var handler = new Collector(lines);
        var root = Logger.getLogger("");
        var level = root.getLevel();
        root.addHandler(handler);
        ACCESS.addHandler(handler);
        root.setLevel(Level.FINE);
        try {
            for (String kind : new String[] {"radius", "bad", "down", "none", "nophantom"}) {
                everyWay("sk_" + kind + "-SECRET" + Tokens.of("x"));
            }
        } finally {
            root.setLevel(level);
            root.removeHandler(handler);
            ACCESS.removeHandler(handler);
        }
        assertTrue(lines.size() > 10, "something must have been logged");
        lines.forEach(line -> assertFalse(line.contains("SECRET"), line));
    }

    private static void everyWay(String token) throws IOException {
        String operation = "/api/v1/get_hotspot_vouchers";
        given().header("Authorization", "Bearer " + token).get(operation);
        given().queryParam("access_token", token).get(operation);
        given().queryParam("access_token", token).get("/api/v1/get_sales_leads");
        given().queryParam("access_token", token).get("/api/v1/get_customers?how=garbage");
        given().queryParam("access_token", token).get("/api/v1/nothing");
        given().queryParam("access_token", token).get("/q/nothing");
        given().formParam("access_token", token).post(operation);
        given().multiPart("access_token", token).post(operation);
        given().contentType("application/json")
                .body("{\"access_token\":\"" + token + "\"}")
                .post(operation);
        given().contentType("application/json")
                .body("{\"access_token\":\"" + token)
                .post(operation);
        RawHttp.send(
                RestAssured.port, "GET " + operation + "?access_token=" + token + " HTTP/1.1\nConnection: close\n\n");
        RawHttp.send(RestAssured.port, "GET " + operation + "?access_token=" + token + " NONSENSE\n\n");
    }

    /** Collects messages with their parameters, and failures. */
    private static final class Collector extends Handler {

        private final Queue<String> lines;

        private Collector(Queue<String> lines) {
            this.lines = lines;
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord record) {
            String message = record.getMessage() + " " + Arrays.toString(record.getParameters());
            // The tests' own HTTP client and its server say what they like.
            if (!record.getLoggerName().startsWith("org.apache.http")
                    && !record.getLoggerName().startsWith("com.sun")
                    && !record.getLoggerName().startsWith("sun.")) {
                lines.add(record.getLoggerName() + ": " + message + " " + record.getThrown());
            }
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
