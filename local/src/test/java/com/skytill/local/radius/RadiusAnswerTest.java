package com.skytill.local.radius;

import org.junit.jupiter.api.Test;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RadiusAnswerTest {

    @Test
    void parseWhenAcceptThenItsAttributesAlone() {
        var answer = RadiusAnswer.parse("""
                Sent Access-Request Id 88 from 0.0.0.0:45678 to 127.0.0.1:1812 length 66
                \tUser-Name = "K7QM9XWT"
                Received Access-Accept Id 88 from 127.0.0.1:1812 to 127.0.0.1:45678 length 51
                \tMessage-Authenticator = 0x00
                \tSession-Timeout = 3600
                \tMikrotik-Rate-Limit = "2048k/10240k"
                """);

        assertTrue(answer.isAccept());
        assertEquals(Optional.of("3600"), answer.attribute("Session-Timeout"));
        assertEquals(Optional.of("2048k/10240k"), answer.attribute("Mikrotik-Rate-Limit"));
        assertEquals(Optional.empty(), answer.attribute("User-Name"));
    }

    @Test
    void parseWhenRejectThenItsWords() {
        var answer = RadiusAnswer.parse("""
                Received Access-Reject Id 1 from 127.0.0.1:1812 to 127.0.0.1:45678 length 51
                \tReply-Message = "This voucher has expired"
                (0) -: Expected Access-Accept got Access-Reject
                """);

        assertTrue(answer.isReject());
        assertEquals(Optional.of("This voucher has expired"), answer.attribute("Reply-Message"));
    }

    @Test
    void parseWhenNobodyAnswersThenNoAnswer() {
        var answer = RadiusAnswer.parse("(0) No reply from server for ID 12 socket 3\n");

        assertEquals(RadiusAnswer.NONE, answer.code());
    }
}
