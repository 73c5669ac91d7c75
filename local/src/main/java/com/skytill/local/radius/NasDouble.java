package com.skytill.local.radius;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Stands for a hotspot router's disconnect port (RFC 5176): verifies each Disconnect-Request and answers it, or stays silent.
 */
public final class NasDouble implements AutoCloseable {

    private static final int MAX_PACKET = 4096;

    private final DatagramSocket socket;
    private final String secret;
    private final BlockingQueue<DisconnectRequest> requests = new LinkedBlockingQueue<>();
    private final List<DisconnectRequest> seen = new ArrayList<>();
    private volatile boolean silent;

    private NasDouble(DatagramSocket socket, String secret) {
        this.socket = socket;
        this.secret = secret;
    }

    /** Listens on any free UDP port of the loopback interface. */
    public static NasDouble start(String secret) throws IOException {
        var nas = new NasDouble(new DatagramSocket(0, InetAddress.getLoopbackAddress()), secret);
        Thread.ofVirtual().name("nas-double").start(nas::listen);
        return nas;
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Whether requests are left without an answer from now on. */
    public void silent(boolean value) {
        silent = value;
    }

    /** The next Disconnect-Request, null when none comes within this time. */
    public DisconnectRequest await(Duration patience) throws InterruptedException {
        return requests.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** All Disconnect-Requests so far, repetitions among them. */
    public List<DisconnectRequest> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(new byte[MAX_PACKET], MAX_PACKET);
                socket.receive(packet);
                answer(packet);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(DatagramPacket packet) throws IOException {
        var bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        var request = DisconnectRequest.parse(bytes, secret);
        if (request.isEmpty()) {
            // Not signed with our secret: a NAS drops it without a word (RFC 5176 §2.3).
            return;
        }
        synchronized (seen) {
            seen.add(request.get());
        }
        requests.add(request.get());
        if (!silent) {
            var ack = request.get().ack(secret);
            socket.send(new DatagramPacket(ack, ack.length, packet.getSocketAddress()));
        }
    }
}
