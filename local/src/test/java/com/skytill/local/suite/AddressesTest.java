package com.skytill.local.suite;

import com.skytill.local.home.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AddressesTest {

    @TempDir
    Path directory;

    @Test
    void chooseThenAPortForEach() throws Exception {
        var addresses = Addresses.choose(ports(), 0);

        assertEquals(Service.values().length, new HashSet<>(addresses.ports().values()).size());
        assertEquals("http://127.0.0.1:" + addresses.port(Service.AUTH), addresses.url(Service.AUTH));
    }

    @Test
    void chooseWhenGatewaysPortIsTakenThenSaysSoAndWhatToDo() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            var failure = assertThrows(SuiteFailure.class, () -> Addresses.choose(ports(), port));

            assertTrue(failure.getMessage().startsWith("Port " + port + " is taken"));
            assertTrue(failure.getMessage().contains("--port"));
        }
    }

    private Ports ports() throws IOException {
        return Ports.in(directory.resolve("ports.json"));
    }
}
