package com.skytill.testing.nas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A router's side of RADIUS, by FreeRADIUS' own {@code radclient}.
 *
 * @param secret shared with the server
 * @param patienceSeconds how long an answer is waited for
 */
public record RadClient(String host, int authPort, int acctPort, String secret, int patienceSeconds) {

    /** A router that waits as long as it takes. */
    public RadClient(String host, int authPort, int acctPort, String secret) {
        this(host, authPort, acctPort, secret, 10);
    }

    /** The same, waiting for so long at the most. */
    public RadClient waiting(int seconds) {
        return new RadClient(host, authPort, acctPort, secret, seconds);
    }

    /** A value that is written without quotes: the name of a value, or an address. */
    public record Word(String text) {

        @Override
        public String toString() {
            return text;
        }
    }

    /** A login by PAP. */
    public RadReply pap(String userName, String password, Map<String, Object> more) {
        return authenticate(userName, "User-Password", password, more);
    }

    /** A login by CHAP; radclient makes the response from the password. */
    public RadReply chap(String userName, String password, Map<String, Object> more) {
        return authenticate(userName, "CHAP-Password", password, more);
    }

    /** A login by MS-CHAPv1; radclient makes the response from the password. */
    public RadReply msChap(String userName, String password, Map<String, Object> more) {
        return authenticate(userName, "MS-CHAP-Password", password, more);
    }

    /** An accounting packet with these attributes. */
    public RadReply accounting(Map<String, Object> attributes) {
        return send("acct", acctPort, attributes);
    }

    /** Any login with these attributes. */
    public RadReply authenticate(Map<String, Object> attributes) {
        return send("auth", authPort, attributes);
    }

    private RadReply authenticate(
            String userName, String passwordAttribute, String password, Map<String, Object> more) {
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("User-Name", userName);
        attributes.put(passwordAttribute, password);
        attributes.putAll(more);
        attributes.put("Message-Authenticator", 0);
        return authenticate(attributes);
    }

    private RadReply send(String command, int port, Map<String, Object> attributes) {
        var input = new StringBuilder();
        attributes.forEach((name, value) ->
                input.append(name).append(" = ").append(written(value)).append('\n'));
        try {
            var process = new ProcessBuilder(
                            "radclient",
                            "-x",
                            "-r",
                            "1",
                            "-t",
                            String.valueOf(patienceSeconds),
                            host + ":" + port,
                            command,
                            secret)
                    .redirectErrorStream(true)
                    .start();
            try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(input.toString());
            }
            return RadReply.parse(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException("radclient did not run (Debian: freeradius-utils)", failed);
        }
    }

    /** Texts are quoted; numbers, names of values, addresses and octets ({@code 0x…}) are not. */
    private static String written(Object value) {
        return value instanceof String text && !text.startsWith("0x")
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : value.toString();
    }
}
