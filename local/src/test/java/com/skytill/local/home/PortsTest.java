package com.skytill.local.home;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PortsTest {

    @TempDir
    Path directory;

    @Test
    void portWhenFreeThenRemembered() throws IOException {
        int first = ports().tcp("products");

        assertEquals(first, ports().tcp("products"));
        assertTrue(first >= 20_000 && first < 32_000);
    }

    @Test
    void portWhenRememberedOneIsTakenThenAnother() throws IOException {
        int first = ports().tcp("products");
        try (var taken = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertFalse(Ports.isTcpFree(taken.getLocalPort()));
            assertNotEquals(first, ports().tcp("products"));
        }
    }

    @Test
    void portWhenTwoNamesThenTwoPorts() throws IOException {
        var ports = ports();

        assertNotEquals(ports.tcp("products"), ports.tcp("customers"));
    }

    @Test
    void udpPortWhenUsualOneIsFreeThenUsualOne() throws IOException {
        int usual = ports().tcp("any");

        assertEquals(usual, ports().udp("radius", usual));
    }

    @Test
    void udpPortWhenUsualOneIsTakenThenAnother() throws IOException {
        try (var taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            assertNotEquals(taken.getLocalPort(), ports().udp("radius", taken.getLocalPort()));
        }
    }

    private Ports ports() throws IOException {
        return Ports.in(directory.resolve("ports.json"));
    }
}
