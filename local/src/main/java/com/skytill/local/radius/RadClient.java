package com.skytill.local.radius;

import com.skytill.local.home.Credentials.RadiusAccess;
import com.skytill.local.home.PrivateFiles;
import com.skytill.local.process.Programs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Sends RADIUS packets as a NAS does, by {@code radclient} of Debian's package freeradius-utils. */
public final class RadClient {

    private static final int PATIENCE_SECONDS = 60;

    private final Path program;
    private final RadiusAccess access;

    private RadClient(Path program, RadiusAccess access) {
        this.program = program;
        this.access = access;
    }

    /** A client of one server; empty when {@code radclient} is not installed. */
    public static Optional<RadClient> of(RadiusAccess access) {
        return Programs.find("radclient").map(program -> new RadClient(program, access));
    }

    /**
     * Sends an Access-Request.
     *
     * @param attributes in FreeRADIUS's notation, for example {@code User-Name = "K7QM9XWT"}
     */
    public RadiusAnswer login(List<String> attributes) throws IOException, InterruptedException {
        return send("auth", access.authPort(), attributes);
    }

    /** Sends an Accounting-Request. */
    public RadiusAnswer account(List<String> attributes) throws IOException, InterruptedException {
        return send("acct", access.acctPort(), attributes);
    }

    private RadiusAnswer send(String command, int port, List<String> attributes)
            throws IOException, InterruptedException {
        // The secret goes by a file: a command line is there for every user of the machine to see.
        var directory = Files.createTempDirectory("skytill-radclient-");
        var secret = directory.resolve("secret");
        var packet = directory.resolve("packet");
        try {
            PrivateFiles.write(secret, access.secret() + "\n");
            PrivateFiles.write(packet, attributes.stream().collect(Collectors.joining("\n", "", "\n")));
            var server = access.host() + ":" + port;
            var output = run(List.of(
                    program.toString(),
                    "-x",
                    "-r",
                    "2",
                    "-t",
                    "6",
                    "-f",
                    packet.toString(),
                    "-S",
                    secret.toString(),
                    server,
                    command));
            return RadiusAnswer.parse(output);
        } finally {
            Files.deleteIfExists(secret);
            Files.deleteIfExists(packet);
            Files.delete(directory);
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return output;
    }
}
