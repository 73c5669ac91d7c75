package com.skytill.gateway.stub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no HTTP client would, and reads whatever comes until the gateway closes or falls silent. */
public final class RawHttp {

    private RawHttp() {}

    /** Everything that the gateway answered. Line ends of the request may be written as plain ones. */
    public static String send(int port, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(3000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var answer = new StringBuilder();
            byte[] chunk = new byte[8192];
            try {
                for (int n = socket.getInputStream().read(chunk);
                        n >= 0;
                        n = socket.getInputStream().read(chunk)) {
                    answer.append(new String(chunk, 0, n, StandardCharsets.ISO_8859_1));
                }
            } catch (java.net.SocketTimeoutException silent) {
                answer.append("<open>");
            }
            return answer.toString();
        }
    }
}
