package com.skytill.e2e.radius;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands for the cluster's one address of a service: gives each connection to a replica, in turn. */
final class Balancer implements AutoCloseable {

    private final ServerSocket entrance;
    private final AtomicInteger turn = new AtomicInteger();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile List<URI> replicas = List.of();

    private Balancer(ServerSocket entrance) {
        this.entrance = entrance;
    }

    static Balancer start() throws IOException {
        var balancer = new Balancer(new ServerSocket(0, 128, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("balancer").start(balancer::accept);
        return balancer;
    }

    String url() {
        return "http://127.0.0.1:" + entrance.getLocalPort();
    }

    /** From now on there are these replicas. Connections end, so that new ones spread over all; what is under way is lost. */
    void use(List<String> urls) throws IOException {
        replicas = urls.stream().map(URI::create).toList();
        for (var socket = open.poll(); socket != null; socket = open.poll()) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        use(List.of());
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                open.add(client);
                Thread.ofVirtual().name("balancer-connection").start(() -> serve(client));
            } catch (IOException failed) {
                if (!entrance.isClosed()) {
                    throw new UncheckedIOException(failed);
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var replica = connect()) {
            open.add(replica);
            var back = Thread.ofVirtual().name("balancer-back").start(() -> copy(replica, client));
            copy(client, replica);
            back.join();
        } catch (IOException refused) {
            // Nobody is there: the client sees its connection end.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next replica that takes connections. */
    private Socket connect() throws IOException {
        var known = replicas;
        var failure = new IOException("There is no replica");
        for (int attempt = 0; attempt < known.size(); attempt++) {
            var url = known.get(Math.floorMod(turn.getAndIncrement(), known.size()));
            var socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
                return socket;
            } catch (IOException refused) {
                socket.close();
                failure.addSuppressed(refused);
            }
        }
        throw failure;
    }

    /** Until either end is closed; then both are. */
    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // The other direction's end, or a killed process's.
        }
    }
}
