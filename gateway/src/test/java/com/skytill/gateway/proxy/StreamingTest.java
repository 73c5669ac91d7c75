package com.skytill.gateway.proxy;

import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** More bytes than the whole heap of the tests may hold (768 MB in parent's surefire), in either direction. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
class StreamingTest {

    private static final long UP = 380L * 1024 * 1024;
    private static final long DOWN = 1200L * 1024 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Tokens.radius());
    }

    @Test
    void requestWhenUploadLargeThenStreamed() throws Exception {
        var request = request("/api/v1/import_hotspot_vouchers")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofInputStream(() -> new Zeros(UP)))
                .build();
        long before = used();
        var answer = client.send(request, BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(UP, new JsonObject(answer.body()).getLong("length"));
        assertBounded(before);
    }

    @Test
    void requestWhenAnswerLargeAndCallerSlowThenServiceWaits() throws Exception {
        long before = used();
        var answer =
                client.send(request("/api/v1/get_radius_export?bytes=" + DOWN).build(), BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        long read = 0;
        try (var in = answer.body()) {
            byte[] chunk = new byte[256 * 1024];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                read += n;
            }
        }
        assertEquals(DOWN, read);
        assertBounded(before);
    }

    private static void assertBounded(long before) {
        long grown = used() - before;
        assertTrue(grown < 200L * 1024 * 1024, "grew by " + grown);
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Zeros, as many as wanted. */
    private static final class Zeros extends InputStream {

        private long left;

        private Zeros(long count) {
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int n = (int) Math.min(left, length);
            java.util.Arrays.fill(bytes, offset, offset + n, (byte) 0);
            left -= n;
            return n;
        }
    }
}
