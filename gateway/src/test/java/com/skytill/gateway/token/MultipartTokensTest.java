package com.skytill.gateway.token;

import com.skytill.gateway.answer.Refusal;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MultipartTokensTest {

    private static String part(String disposition, String value) {
        return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + value + "\r\n";
    }

    private static Taken<Buffer> take(String body) {
        return MultipartTokens.take(Buffer.buffer(body), "b");
    }

    @Test
    void takeWhenPartAnywhereThenRestStaysMultipart() {
        String a = part("name=\"a\"", "1\r\n2");
        String token = part("name=\"access_token\"", "t");
        String b = part("name=\"b\"; filename=\"f\"", "--bx--\n");
        for (String body : List.of(token + a + b, a + token + b, a + b + token)) {
            var taken = take(body + "--b--\r\n");
            assertEquals(List.of("t"), taken.tokens(), body);
            assertEquals(a + b + "--b--\r\n", taken.rest().toString(), body);
        }
    }

    @Test
    void takeWhenNameWrittenOtherwiseThenFound() {
        for (String name : List.of(
                "name=access_token",
                "NAME = \"access_token\"",
                "filename=\"x\"; name=\"access_token\"",
                "name=\"acc\\ess_token\"",
                "name*=UTF-8''access%5Ftoken",
                "\r\n name=\"access_token\"")) {
            assertEquals(List.of("t"), take(part(name, "t") + "--b--\r\n").tokens(), name);
        }
        String bare = "--b\ncontent-disposition:form-data;name=access_token\n\nt\n--b--";
        assertEquals(List.of("t"), take(bare).tokens());
    }

    @Test
    void takeWhenTwoOrEmptyThenTold() {
        String token = part("name=\"access_token\"", "t");
        assertEquals(List.of("t", "t"), take(token + token + "--b--\r\n").tokens());
        assertEquals(
                List.of(""),
                take(part("name=\"access_token\"", "") + "--b--\r\n").tokens());
    }

    @Test
    void takeWhenNoneThenSame() {
        var body = Buffer.buffer(part("name=\"x\"", "name=\"access_token\"") + "--b--\r\n--b\r\nanything");
        assertSame(body, MultipartTokens.take(body, "b").rest());
    }

    @Test
    void takeWhenPartHasNoEndThenRefused() {
        String open = part("name=\"access_token\"", "t");
        assertThrows(Refusal.class, () -> take(open));
        assertThrows(Refusal.class, () -> take(open + open));
    }

    @Test
    void feedWhenBytesComeOneByOneThenFoundBeforeItsValue() {
        var scanner = new MultipartScanner("b");
        byte[] before = part("name=\"x\"", "1").getBytes(StandardCharsets.UTF_8);
        byte[] head =
                "--b\r\nContent-Disposition: form-data; name=\"access_token\"\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        for (byte b : before) {
            assertFalse(scanner.feed(new byte[] {b}));
        }
        for (int i = 0; i < head.length - 1; i++) {
            assertFalse(scanner.feed(new byte[] {head[i]}));
        }
        assertTrue(scanner.feed(new byte[] {head[head.length - 1]}));
    }

    @Test
    void feedWhenHeadersEndlessThenRefused() {
        var scanner = new MultipartScanner("b");
        byte[] endless = ("--b\r\n" + "x".repeat(10_000)).getBytes(StandardCharsets.UTF_8);
        assertThrows(Refusal.class, () -> scanner.feed(endless));
    }
}
