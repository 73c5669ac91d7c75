package com.skytill.products;

import com.skytill.testing.token.TestToken;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a careless or hostile caller may send: answered with what is wrong, never with a 5xx. */
@QuarkusTest
class MalformedRequestsTest {

    private static final String ADD = "/api/v1/add_data_product";
    private static final String LIST = "/api/v1/get_available_data_products";

    @TestHTTPResource("/")
    URI address;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"x\"",
                "{\"name\":1}{}",
                "{\"name\"}",
                "nul",
                "{\"a\":1,}",
                "{\"name\":\"\\ud800\"}"
            })
    void malformedJsonIsTheCallersFault(String body) {
        given().header("Authorization", TestToken.administrator().bearer())
                .contentType(ContentType.JSON)
                .body(body)
                .post(ADD)
                .then()
                .statusCode(400);
    }

    @Test
    void doubledJsonMemberIsNamed() {
        given().header("Authorization", TestToken.administrator().bearer())
                .contentType(ContentType.JSON)
                .body("{\"name\":\"a\",\"name\":\"b\"}")
                .post(ADD)
                .then()
                .statusCode(400)
                .body("errors.find { it.parameter == 'name' }.code", equalTo("duplicate_parameter"));
    }

    @Test
    void deepJsonIsRefused() throws IOException {
        String deep = "{\"name\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        String headers =
                "Authorization: " + TestToken.administrator().bearer() + "\r\nContent-Type: application/json\r\n";
        String status = send(post(headers, deep));
        assertTrue(status.startsWith("HTTP/1.1 400"), status);
    }

    @Test
    void otherMediaTypeIsRefused() {
        given().header("Authorization", TestToken.administrator().bearer())
                .contentType("text/csv")
                .body("name;price")
                .post(ADD)
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported_media_type"));
    }

    @Test
    void largeBodyIsRefused() {
        given().header("Authorization", TestToken.administrator().bearer())
                .contentType(ContentType.JSON)
                .body("{\"name\":\"" + "x".repeat(2_000_000) + "\"}")
                .post(ADD)
                .then()
                .statusCode(413)
                .body("code", equalTo("payload_too_large"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void otherMethodsAreRefused(String method) {
        given().header("Authorization", TestToken.administrator().bearer())
                .request(method, LIST)
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, POST"))
                .body("code", equalTo("method_not_allowed"));
    }

    @Test
    void doubledIdempotencyKeyIsRefused() {
        given().header("Authorization", TestToken.administrator().bearer())
                .header("Idempotency-Key", "a")
                .queryParam("idempotency_key", "b")
                .get(ADD)
                .then()
                .statusCode(400);
        given().header("Authorization", TestToken.administrator().bearer())
                .queryParam("idempotency_key", "a", "b")
                .get(ADD)
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("idempotency_key"));
    }

    static Stream<String> rawRequests() {
        String token = "Authorization: " + TestToken.administrator().bearer() + "\r\n";
        String form = "Content-Type: application/x-www-form-urlencoded\r\n";
        return Stream.of(
                "GET " + LIST + "?search=%zz HTTP/1.1\r\nHost: x\r\n" + token + "\r\n",
                "GET " + LIST + "?search=%ff HTTP/1.1\r\nHost: x\r\n" + token + "\r\n",
                "GET " + LIST + "?search=%00 HTTP/1.1\r\nHost: x\r\n" + token + "\r\n",
                "GET " + LIST + "?%zz=1 HTTP/1.1\r\nHost: x\r\n" + token + "\r\n",
                post(token + form, "name=%zz"),
                post(token + form, "name=%ff"),
                post(token + form, "=x"),
                post(token + "Content-Type: multipart/form-data\r\n", "name=x"),
                post(
                        token + "Content-Type: multipart/form-data; boundary=b\r\n",
                        "--b\r\nContent-Disposition: nonsense\r\n\r\nx\r\n--b--"),
                post(
                        token + "Content-Type: multipart/form-data; boundary=b\r\n",
                        "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\nx\r\n--b--\r\n"),
                post(token + "Content-Type: multipart/form-data; boundary=b\r\n", "no parts at all"),
                post(token + "Content-Type: application/json; charset=nonsense\r\n", "{"));
    }

    @ParameterizedTest
    @MethodSource("rawRequests")
    void rawNonsenseIsTheCallersFault(String request) throws IOException {
        String status = send(request);
        assertTrue(status.startsWith("HTTP/1.1 4"), status);
    }

    private static String post(String headers, String body) {
        return "POST " + ADD + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "Content-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private String send(String request) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            byte[] answer = new byte[200];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
        }
    }
}
