package com.skytill.vouchers.disconnect;

import com.skytill.testing.nas.NasDouble;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The double is held against FreeRADIUS' own client: what it verifies and signs is right. */
class NasDoubleTest {

    @Test
    void understandsAndIsUnderstoodByRadclient() throws Exception {
        try (var nas = NasDouble.start("s3cret")) {
            assertTrue(disconnect(nas).contains("Received Disconnect-ACK"));
            nas.answer(new NasDouble.Manner.Nak(503));
            String refused = disconnect(nas);
            assertTrue(refused.contains("Received Disconnect-NAK"));
            assertTrue(refused.contains("Error-Cause = Session-Context-Not-Found"));
            assertTrue(nas.requests().stream().allMatch(request -> request.signed() && request.code() == 40));
            assertEquals("abc", nas.requests().getFirst().session());
        }
    }

    private static String disconnect(NasDouble nas) throws IOException {
        var process = new ProcessBuilder(
                        "radclient", "-x", "-r", "1", "-t", "5", "127.0.0.1:" + nas.port(), "disconnect", "s3cret")
                .redirectErrorStream(true)
                .start();
        try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
            stdin.write("Acct-Session-Id = \"abc\"\nMessage-Authenticator = 0\n");
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
