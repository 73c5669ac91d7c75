package com.skytill.gateway.stub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that misbehaves as the query tells it: {@code how=…&key=…}; it counts the requests of each key. */
final class RawService implements AutoCloseable {

    private final ServerSocket server;
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

    RawService() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The end of the test.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String how = line.replaceAll(".*how=([a-z]+).*", "$1");
                String key = line.replaceAll(".*key=([a-z0-9-]+).*", "$1");
                skipHeaders(in);
                int count =
                        requests.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet();
                if (!answer(socket, how, key, count)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void skipHeaders(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {}
    }

    /** Answers; false when the connection is to be closed then. */
    private boolean answer(Socket socket, String how, String key, int count) throws IOException {
        return switch (how) {
            case "count" -> write(socket, ok("" + requests.get(key).decrementAndGet()));
            case "fine" -> write(socket, ok("fine"));
            // Closes the connection at the second request, as a server does whose keep-alive has ended.
            case "stale" -> count != 2 && write(socket, ok("fine"));
            case "close" -> false;
            case "silent" -> socket.getInputStream().read() >= 0;
            case "garbage" -> write(socket, "garbage and no HTTP at all\r\n\r\n");
            case "half" -> {
                write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nbegun");
                yield false;
            }
            case "short" -> {
                write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun");
                yield false;
            }
            case "encoded" ->
                write(
                        socket,
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: br\r\nContent-Length: 4000"
                                + "\r\n\r\n" + "b".repeat(4000));
            case "hop" -> write(socket, """
                        HTTP/1.1 200 OK\r
                        Content-Length: 4\r
                        Connection: keep-alive, X-Nominated\r
                        Keep-Alive: timeout=5\r
                        Proxy-Authenticate: Basic\r
                        X-Nominated: secret\r
                        Access-Control-Allow-Origin: *\r
                        X-Other: stays\r
                        \r
                        done""");
            default -> throw new IOException("The stub knows no " + how);
        };
    }

    private static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static boolean write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
