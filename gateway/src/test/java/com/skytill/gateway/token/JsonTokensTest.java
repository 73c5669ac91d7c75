package com.skytill.gateway.token;

import com.skytill.gateway.answer.Refusal;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

class JsonTokensTest {

    private static void assertTaken(String json, List<String> tokens, String rest) {
        var taken = JsonTokens.take(Buffer.buffer(json));
        assertEquals(tokens, taken.tokens(), json);
        assertEquals(rest, taken.rest().toString(), json);
    }

    @Test
    void takeWhenMemberOfTopLevelThenTaken() {
        assertTaken("{\"access_token\":\"t\"}", List.of("t"), "{}");
        assertTaken("{\"a\":1.50,\"access_token\":\"t\",\"b\":[{}]}", List.of("t"), "{\"a\":1.50,\"b\":[{}]}");
        assertTaken("{\"\\u0061ccess_token\":\"t\"}", List.of("t"), "{}");
        assertTaken("{\"access_token\":{\"x\":1},\"a\":2}", List.of(""), "{\"a\":2}");
        assertTaken("{\"access_token\":\"t\",\"access_token\":\"u\"}", List.of("t", "u"), "{}");
        assertTaken(
                "{\"access_token\":\"t\",\"n\":12345678901234567890.123456789}",
                List.of("t"),
                "{\"n\":12345678901234567890.123456789}");
    }

    @Test
    void takeWhenNoneThenSame() {
        for (String none : new String[] {
            "", "{}", "not json", "{\"a\":{\"access_token\":\"t\"}}", "[{\"access_token\":\"t\"}]", "{\"a\":\"b\\n\"}"
        }) {
            var body = Buffer.buffer(none);
            assertSame(body, JsonTokens.take(body).rest(), none);
        }
    }

    @Test
    void takeWhenMalformedThenRefused() {
        assertThrows(Refusal.class, () -> JsonTokens.take(Buffer.buffer("{\"access_token\":\"t\"")));
    }
}
