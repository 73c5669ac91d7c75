package com.skytill.e2e.radius;

import com.skytill.local.home.Credentials.RadiusAccess;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** A router's way to FreeRADIUS: sends a packet some times, until it is answered or given up. For one thread. */
final class RouterPort implements AutoCloseable {

    private static final int TRANSMISSIONS = 3;
    /** Longer than FreeRADIUS holds a reject back, so that not each of them is asked for twice. */
    private static final Duration WAIT = Duration.ofMillis(1_500);

    private static final int MAX_PACKET = 4096;

    private final DatagramSocket socket;
    private final RadiusAccess access;
    private final Pulse pulse;
    private int identifier;

    RouterPort(RadiusAccess access, Pulse pulse) throws IOException {
        this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        this.access = access;
        this.pulse = pulse;
    }

    String secret() {
        return access.secret();
    }

    /** The identifier of the next packet that is not a repetition. */
    int next() {
        identifier = (identifier + 1) & 0xff;
        return identifier;
    }

    Optional<RouterReply> login(byte[] packet) throws IOException {
        return exchange(packet, access.authPort());
    }

    Optional<RouterReply> account(byte[] packet) throws IOException {
        return exchange(packet, access.acctPort());
    }

    @Override
    public void close() {
        socket.close();
    }

    private Optional<RouterReply> exchange(byte[] packet, int port) throws IOException {
        var to = new InetSocketAddress(access.host(), port);
        for (int transmission = 0; transmission < TRANSMISSIONS; transmission++) {
            socket.send(new DatagramPacket(packet, packet.length, to));
            var reply = reply(packet);
            if (reply.isPresent()) {
                pulse.answered();
                return reply;
            }
            pulse.unanswered();
        }
        return Optional.empty();
    }

    /** What is not the answer to this packet is dropped: answers to those before may still come. */
    private Optional<RouterReply> reply(byte[] request) throws IOException {
        long deadline = System.nanoTime() + WAIT.toNanos();
        var datagram = new DatagramPacket(new byte[MAX_PACKET], MAX_PACKET);
        while (true) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return Optional.empty();
            }
            socket.setSoTimeout((int) left);
            try {
                socket.receive(datagram);
            } catch (SocketTimeoutException none) {
                return Optional.empty();
            }
            var reply = RouterReply.to(request, Arrays.copyOf(datagram.getData(), datagram.getLength()), secret());
            if (reply.isPresent()) {
                return reply;
            }
        }
    }
}
