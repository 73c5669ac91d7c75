package com.skytill.local.home;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Chooses ports on the loopback interface: last time's when it is free, else a free one. Below 32768, where systems
 * begin to give out ports to outgoing connections, so that none of these takes it away before the process binds it.
 */
public final class Ports {

    private static final int FIRST = 20_000;
    private static final int COUNT = 12_000;
    private static final int ATTEMPTS = 1_000;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> remembered;
    private final Set<Integer> given = new HashSet<>();

    private Ports(Path file, Map<String, String> remembered) {
        this.file = file;
        this.remembered = remembered;
    }

    /** The ports remembered in a file; the file need not exist yet. */
    public static Ports in(Path file) throws IOException {
        return new Ports(file, Json.read(file));
    }

    /** A TCP port for this name. */
    public int tcp(String name) throws IOException {
        return choose(name, Ports::isTcpFree);
    }

    /** A UDP port for this name: the usual one when it is free. */
    public int udp(String name, int usual) throws IOException {
        return take(usual, Ports::isUdpFree) ? usual : choose(name, Ports::isUdpFree);
    }

    private int choose(String name, IntPredicate free) throws IOException {
        var last = remembered.get(name);
        if (last != null && take(Integer.parseInt(last), free)) {
            return Integer.parseInt(last);
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = FIRST + random.nextInt(COUNT);
            if (take(port, free)) {
                remembered.put(name, Integer.toString(port));
                Json.write(file, remembered);
                return port;
            }
        }
        throw new IOException("No free port found for " + name);
    }

    private boolean take(int port, IntPredicate free) {
        return !given.contains(port) && free.test(port) && given.add(port);
    }

    /** Whether nothing listens on this TCP port of the loopback interface. */
    public static boolean isTcpFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    static boolean isUdpFree(int port) {
        try (var socket = new DatagramSocket(null)) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
