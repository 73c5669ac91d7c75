package com.skytill.testing.nas;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands in for a hotspot's router at its RFC 5176 port: records every request and answers as told. Its code shares nothing with
 * the suite's own codec, so that it sees that one's mistakes.
 */
public final class NasDouble implements AutoCloseable {

    private static final int HEADER = 20;
    private static final int MESSAGE_AUTHENTICATOR = 80;
    private static final int ERROR_CAUSE = 101;

    /** How it answers what is rightly signed. */
    public sealed interface Manner {
        /** Says that it did it. */
        record Ack() implements Manner {}

        /** Says why it does not, by an Error-Cause of RFC 5176 §3.5. */
        record Nak(int errorCause) implements Manner {}

        /** Says nothing. */
        record Silent() implements Manner {}

        /** Answers with a signature of another secret. */
        record Forged() implements Manner {}
    }

    private final DatagramSocket socket;
    private final byte[] secret;
    private final List<NasRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Manner manner = new Manner.Ack();

    private NasDouble(DatagramSocket socket, String secret) {
        this.socket = socket;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** Starts it on a free port of loopback; it answers with an ACK until told otherwise. */
    public static NasDouble start(String secret) {
        try {
            var nas = new NasDouble(new DatagramSocket(0, InetAddress.getLoopbackAddress()), secret);
            Thread.ofVirtual().name("nas-double").start(nas::serve);
            return nas;
        } catch (SocketException failed) {
            throw new UncheckedIOException("The NAS double did not start", failed);
        }
    }

    /** Its port on loopback. */
    public int port() {
        return socket.getLocalPort();
    }

    /** From now on it answers so. */
    public void answer(Manner how) {
        manner = how;
    }

    /** What it was sent so far, in order, retransmissions and badly signed requests included. */
    public List<NasRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        while (!socket.isClosed()) {
            var packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                byte[] request = Arrays.copyOf(packet.getData(), packet.getLength());
                var read = read(request);
                requests.add(read);
                if (read.signed()) {
                    reply(request, packet);
                }
            } catch (SocketException closed) {
                return;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private NasRequest read(byte[] request) {
        var attributes = new ArrayList<NasRequest.Attribute>();
        byte[] unsigned = request.clone();
        byte[] authenticator = Arrays.copyOfRange(request, 4, HEADER);
        Arrays.fill(unsigned, 4, HEADER, (byte) 0);
        boolean signed = Arrays.equals(md5(unsigned, secret), authenticator)
                && request.length == ByteBuffer.wrap(request).getShort(2);
        boolean authenticated = false;
        for (int at = HEADER; at + 2 <= request.length; at += Math.max(2, request[at + 1] & 0xFF)) {
            int type = request[at] & 0xFF;
            byte[] value = Arrays.copyOfRange(request, at + 2, at + (request[at + 1] & 0xFF));
            if (type == MESSAGE_AUTHENTICATOR) {
                byte[] blank = unsigned.clone();
                Arrays.fill(blank, at + 2, at + 18, (byte) 0);
                authenticated = Arrays.equals(hmac(blank, secret), value);
            }
            attributes.add(new NasRequest.Attribute(type, HexFormat.of().formatHex(value)));
        }
        return new NasRequest(
                request[0] & 0xFF,
                request[1] & 0xFF,
                signed && authenticated,
                attributes,
                HexFormat.of().formatHex(request));
    }

    private void reply(byte[] request, DatagramPacket from) throws IOException {
        switch (manner) {
            case Manner.Ack() -> send(sign(request, request[0] + 1, new byte[0], secret), from);
            case Manner.Nak(int cause) ->
                send(
                        sign(
                                request,
                                request[0] + 2,
                                ByteBuffer.allocate(6)
                                        .put((byte) ERROR_CAUSE)
                                        .put((byte) 6)
                                        .putInt(cause)
                                        .array(),
                                secret),
                        from);
            case Manner.Silent() -> {}
            case Manner.Forged() -> send(sign(request, request[0] + 1, new byte[0], new byte[] {1, 2, 3}), from);
        }
    }

    /** The answer's Message-Authenticator is over the request's authenticator, and so is its own (RFC 5176 §2.3). */
    private static byte[] sign(byte[] request, int code, byte[] attributes, byte[] key) {
        int length = HEADER + attributes.length + 18;
        byte[] reply = ByteBuffer.allocate(length)
                .put((byte) code)
                .put(request[1])
                .putShort((short) length)
                .put(request, 4, 16)
                .put(attributes)
                .put((byte) MESSAGE_AUTHENTICATOR)
                .put((byte) 18)
                .array();
        System.arraycopy(hmac(reply, key), 0, reply, length - 16, 16);
        System.arraycopy(md5(reply, key), 0, reply, 4, 16);
        return reply;
    }

    private void send(byte[] reply, DatagramPacket to) throws IOException {
        socket.send(new DatagramPacket(reply, reply.length, to.getSocketAddress()));
    }

    private static byte[] md5(byte[] packet, byte[] key) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            digest.update(packet);
            digest.update(key);
            return digest.digest();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] hmac(byte[] packet, byte[] key) {
        try {
            var mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(key, "HmacMD5"));
            return mac.doFinal(packet);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
