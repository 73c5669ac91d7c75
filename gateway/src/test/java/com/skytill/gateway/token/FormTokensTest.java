package com.skytill.gateway.token;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

class FormTokensTest {

    private static void assertTaken(String encoded, List<String> tokens, String rest) {
        assertEquals(new Taken<>(tokens, rest), FormTokens.take(encoded), encoded);
    }

    @Test
    void takeWhenTokenAnywhereThenRestKeepsItsBytes() {
        assertTaken("access_token=t", List.of("t"), "");
        assertTaken("access_token=t&a=1", List.of("t"), "a=1");
        assertTaken("a=1&access_token=t", List.of("t"), "a=1");
        assertTaken("a=%41&access_token=t&b=x+y%20z", List.of("t"), "a=%41&b=x+y%20z");
        assertTaken("a=1;access_token=t;b=2", List.of("t"), "a=1;b=2");
        assertTaken("access_token=a%2Bb", List.of("a+b"), "");
        assertTaken("access_token", List.of(""), "");
        assertTaken("access_token=", List.of(""), "");
    }

    @Test
    void takeWhenNameIsEncodedThenFound() {
        assertTaken("%61ccess_token=t", List.of("t"), "");
        assertTaken("access%5ftoken=t&a=1", List.of("t"), "a=1");
    }

    @Test
    void takeWhenSeveralThenAll() {
        assertTaken("access_token=t&a=1&access_token=u", List.of("t", "u"), "a=1");
    }

    @Test
    void takeWhenNoneThenSame() {
        for (String none :
                new String[] {"", "a=1", "a=access_token", "access_token2=t", "a=%zz&b", "&&", "a=1;b=2&c"}) {
            var taken = FormTokens.take(none);
            assertEquals(List.of(), taken.tokens(), none);
            assertSame(none, taken.rest(), none);
        }
    }
}
