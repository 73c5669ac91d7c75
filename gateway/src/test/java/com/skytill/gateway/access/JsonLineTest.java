package com.skytill.gateway.access;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

class JsonLineTest {

    @Test
    void textWhenNastyThenEscapedOnOneLine() {
        String nasty = "a\"b\\c\nd\re\u0000f\u001b[31m\u2028é\ud83d\ude00";
        String line = new JsonLine().add("x", nasty).toString();
        assertEquals(nasty, new JsonObject(line).getString("x"));
        assertFalse(line.chars().anyMatch(c -> c < 0x20 || c > 0x7e), line);
    }

    @Test
    void numbersAndTimes() {
        var line = new JsonLine()
                .add("n", 7)
                .addMillis("t", 1_002_999)
                .addMillis("u", 12_345_678)
                .addMillis("z", -5)
                .add("none", null)
                .addTrue("b");
        assertEquals("{\"n\":7,\"t\":1.002,\"u\":12.345,\"z\":0.000,\"b\":true}", line.toString());
    }

    @Test
    void pathWhenItMayHoldTokenThenLeftOut() {
        assertEquals("/oauth/token", LoggedPath.of("/oauth/token"));
        assertEquals("/api/v1/get_x", LoggedPath.of("/api/v1/get_x"));
        for (String path : new String[] {"/sk_AbC", "/a&access_token=x", "/a;b", "/a%20b", "/" + "a".repeat(100), ""}) {
            assertNull(LoggedPath.of(path), path);
        }
        assertNull(LoggedPath.of(null));
    }
}
