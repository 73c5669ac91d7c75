package com.skytill.vouchers.disconnect;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.datagram.DatagramPacket;
import io.vertx.core.datagram.DatagramSocket;
import io.vertx.core.datagram.DatagramSocketOptions;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends requests of RFC 5176 over UDP: the same bytes again until an answer comes or patience ends. Everything in it happens on
 * one Vert.x context, so nothing is locked.
 */
@Singleton
final class CoaClient {

    private static final int IDENTIFIERS = 256;

    /** Where to: an answer is looked for among the requests to its sender. */
    private record Destination(String address, int port) {}

    private record Pending(
            CoaCode code, Buffer request, String secret, UniEmitter<? super Optional<CoaReply>> emitter) {}

    private final CoaConfig config;
    private final Context context;
    private final Vertx vertx;
    private final Map<Destination, Map<Integer, Pending>> pending = new HashMap<>();
    private final Map<Boolean, Future<DatagramSocket>> sockets = new HashMap<>();
    private int lastIdentifier;

    CoaClient(CoaConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
    }

    /** Sends it, and answers what the router said; empty when it said nothing, or can't be reached. */
    Uni<Optional<CoaReply>> send(CoaRequest request) {
        return Uni.createFrom()
                .emitter(emitter -> context.runOnContext(ignored -> open(request.address())
                        .onComplete(
                                opened -> begin(opened, request, emitter),
                                failure -> emitter.complete(Optional.empty()))));
    }

    void close(@Observes ShutdownEvent event) {
        context.runOnContext(ignored -> sockets.values().forEach(socket -> socket.onSuccess(DatagramSocket::close)));
    }

    /** One socket for each family of addresses, opened when the first router of it is told something. */
    private Future<DatagramSocket> open(String address) {
        boolean ipV6 = InetAddress.ofLiteral(address) instanceof Inet6Address;
        var opened = sockets.get(ipV6);
        if (opened == null || opened.failed()) {
            opened = vertx.createDatagramSocket(new DatagramSocketOptions().setIpV6(ipV6))
                    .handler(this::receive)
                    .listen(0, ipV6 ? "::" : "0.0.0.0");
            sockets.put(ipV6, opened);
        }
        return opened;
    }

    private void begin(DatagramSocket opened, CoaRequest request, UniEmitter<? super Optional<CoaReply>> emitter) {
        var destination = new Destination(canonical(request.address()), request.port());
        var here = pending.computeIfAbsent(destination, ignored -> new HashMap<>());
        if (here.size() == IDENTIFIERS) {
            // All identifiers of this router are under way: it does not answer, and this request waits for its next
            // attempt.
            emitter.complete(Optional.empty());
            return;
        }
        do {
            lastIdentifier = (lastIdentifier + 1) % IDENTIFIERS;
        } while (here.containsKey(lastIdentifier));
        int identifier = lastIdentifier;
        var bytes = Buffer.buffer(CoaCodec.encode(request.code(), identifier, request.attributes(), request.secret()));
        here.put(identifier, new Pending(request.code(), bytes, request.secret(), emitter));
        transmit(opened, destination, identifier, bytes, 0);
    }

    private void transmit(DatagramSocket opened, Destination to, int identifier, Buffer bytes, int sent) {
        var waiting = pending.getOrDefault(to, Map.of()).get(identifier);
        if (waiting == null || !waiting.request().equals(bytes)) {
            return;
        }
        if (sent == config.transmissions()) {
            finish(to, identifier, Optional.empty());
            return;
        }
        // A failure to send (no route) looks like silence, and is handled like it.
        opened.send(bytes, to.port(), to.address());
        long wait = config.firstTimeout().toMillis() << sent;
        vertx.setTimer(wait, ignored -> transmit(opened, to, identifier, bytes, sent + 1));
    }

    private void receive(DatagramPacket packet) {
        var from = new Destination(
                canonical(packet.sender().hostAddress()), packet.sender().port());
        byte[] reply = packet.data().getBytes();
        if (reply.length < 2) {
            return;
        }
        int identifier = Byte.toUnsignedInt(reply[1]);
        var waiting = pending.getOrDefault(from, Map.of()).get(identifier);
        if (waiting == null) {
            return;
        }
        // What is not signed with the shared secret is dropped (RFC 5176 §2.3): the true answer may still come.
        var decoded = CoaCodec.decode(reply, waiting.code(), waiting.request().getBytes(), waiting.secret());
        if (decoded != null) {
            finish(from, identifier, Optional.of(decoded));
        }
    }

    private void finish(Destination destination, int identifier, Optional<CoaReply> reply) {
        var here = pending.get(destination);
        var waiting = here.remove(identifier);
        if (here.isEmpty()) {
            pending.remove(destination);
        }
        waiting.emitter().complete(reply);
    }

    private static String canonical(String address) {
        return InetAddress.ofLiteral(address).getHostAddress();
    }

    /**
     * What to send where.
     *
     * @param address an IP address
     */
    record CoaRequest(CoaCode code, String address, int port, String secret, List<RadiusAttribute> attributes) {

        CoaRequest {
            attributes = List.copyOf(attributes);
        }
    }
}
