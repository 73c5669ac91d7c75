package com.skytill.local.radius;

import com.skytill.local.home.PrivateFiles;
import com.skytill.local.process.Programs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The double against {@code radclient}, which signs and checks signatures itself. */
@EnabledIf(value = "isRadclientInstalled", disabledReason = "radclient is needed")
class NasDoubleTest {

    private static final String SECRET = "nas-secret";

    @TempDir
    Path directory;

    private NasDouble nas;

    static boolean isRadclientInstalled() {
        return Programs.find("radclient").isPresent();
    }

    @BeforeEach
    void start() throws IOException {
        nas = NasDouble.start(SECRET);
    }

    @AfterEach
    void stop() {
        nas.close();
    }

    @Test
    void disconnectWhenSignedThenAcknowledged() throws Exception {
        var output = disconnect(SECRET, "");

        assertTrue(output.contains("Received Disconnect-ACK"), output);
        var request = nas.await(Duration.ofSeconds(1));
        assertNotNull(request);
        assertEquals("K7QM9XWT", request.userName());
        assertEquals("s-1", request.sessionId());
    }

    @Test
    void disconnectWhenSignedTwiceThenAcknowledged() throws Exception {
        var output = disconnect(SECRET, "Message-Authenticator = 0x00\n");

        assertTrue(output.contains("Received Disconnect-ACK"), output);
    }

    @Test
    void disconnectWhenWrongSecretThenDropped() throws Exception {
        var output = disconnect("other-secret", "");

        assertTrue(output.contains("No reply"), output);
        assertNull(nas.await(Duration.ZERO));
    }

    @Test
    void disconnectWhenSilentThenSeenWithoutAnswer() throws Exception {
        nas.silent(true);
        var output = disconnect(SECRET, "");

        assertTrue(output.contains("No reply"), output);
        assertEquals(1, nas.seen().size());
    }

    private String disconnect(String secret, String more) throws IOException, InterruptedException {
        var secretFile = directory.resolve("secret");
        var packet = directory.resolve("packet");
        PrivateFiles.write(secretFile, secret + "\n");
        PrivateFiles.write(packet, "User-Name = \"K7QM9XWT\"\nAcct-Session-Id = \"s-1\"\n" + more);
        var process = new ProcessBuilder(
                        "radclient",
                        "-x",
                        "-r",
                        "1",
                        "-t",
                        "1",
                        "-f",
                        packet.toString(),
                        "-S",
                        secretFile.toString(),
                        "127.0.0.1:" + nas.port(),
                        "disconnect")
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
