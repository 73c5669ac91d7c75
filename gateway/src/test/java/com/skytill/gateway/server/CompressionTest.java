package com.skytill.gateway.server;

import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
class CompressionTest {

    private static final String ECHO = "/api/v1/get_hotspot_vouchers";
    private static final String LONG = "x=" + "abc".repeat(1000);

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<byte[]> get(String path, String acceptEncoding) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Tokens.radius());
        if (acceptEncoding != null) {
            request.header("Accept-Encoding", acceptEncoding);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static List<String> encoding(HttpResponse<?> answer) {
        return answer.headers().allValues("Content-Encoding");
    }

    private static boolean varies(HttpResponse<?> answer) {
        return String.join(",", answer.headers().allValues("Vary"))
                .toLowerCase(Locale.ROOT)
                .contains("accept-encoding");
    }

    private static byte[] gunzip(byte[] bytes) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }

    @Test
    void answerOfServiceWhenLongThenCompressed() throws Exception {
        var plain = get(ECHO + "?" + LONG, null);
        assertEquals(List.of(), encoding(plain));
        assertTrue(varies(plain));
        var gzip = get(ECHO + "?" + LONG, "gzip");
        assertEquals(List.of("gzip"), encoding(gzip));
        assertTrue(varies(gzip));
        assertTrue(gzip.body().length < plain.body().length / 2, "" + gzip.body().length);
        String uri = new JsonObject(new String(gunzip(gzip.body()), StandardCharsets.UTF_8)).getString("uri");
        assertEquals(ECHO + "?" + LONG, uri);
        var deflate = get(ECHO + "?" + LONG, "deflate");
        assertEquals(List.of("deflate"), encoding(deflate));
        assertTrue(new InflaterInputStream(new ByteArrayInputStream(deflate.body())).readAllBytes().length > 3000);
        assertEquals(List.of(), encoding(get(ECHO + "?" + LONG, "gzip;q=0, identity")));
    }

    @Test
    void answerOfServiceWhenShortThenNot() throws Exception {
        var answer = get(ECHO, "gzip");
        assertEquals(List.of(), encoding(answer));
        assertTrue(answer.body().length < 1024);
        assertEquals('{', answer.body()[0]);
    }

    @Test
    void answerWhenStreamedThenCompressed() throws Exception {
        var answer = get("/api/v1/get_radius_export?bytes=3000000", "gzip");
        assertEquals(List.of("gzip"), encoding(answer));
        assertTrue(answer.body().length < 300_000, "" + answer.body().length);
        assertEquals(3_000_000, gunzip(answer.body()).length);
    }

    @Test
    void answerWhenEncodedAlreadyThenLeftAlone() throws Exception {
        var answer = get("/api/v1/get_customers?how=encoded", "gzip, br");
        assertEquals(List.of("br"), encoding(answer));
        assertEquals("b".repeat(4000), new String(answer.body(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void pageOfGatewayThenCompressedAndSignInNever() throws Exception {
        var openApi = get("/openapi", "gzip");
        assertEquals(List.of("gzip"), encoding(openApi));
        assertEquals(
                "3.1.0",
                new JsonObject(new String(gunzip(openApi.body()), StandardCharsets.UTF_8)).getString("openapi"));
        for (String path : new String[] {"/oauth/authorize?", "/sso?", "/.well-known/jwks.json?"}) {
            var answer = get(path + LONG, "gzip");
            assertEquals(200, answer.statusCode());
            assertEquals(List.of(), encoding(answer), path);
            assertEquals('{', answer.body()[0], path);
        }
    }

    @Test
    void answerWithoutBodyThenNoEncodingClaimed() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/openapi"))
                .HEAD()
                .header("Accept-Encoding", "gzip")
                .build();
        assertEquals(List.of(), encoding(client.send(request, BodyHandlers.discarding())));
    }
}
