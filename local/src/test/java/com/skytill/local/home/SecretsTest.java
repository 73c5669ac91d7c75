package com.skytill.local.home;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class SecretsTest {

    @TempDir
    Path directory;

    @Test
    void secretWhenAskedAgainThenTheSame() throws IOException {
        var first = secrets().secret("radius");

        assertEquals(first, secrets().secret("radius"));
        assertEquals(43, first.length());
    }

    @Test
    void secretWhenOtherNameThenOtherSecret() throws IOException {
        assertNotEquals(secrets().secret("radius"), secrets().secret("postgres"));
    }

    @Test
    void keyThenThirtyTwoBytesInBase64() throws IOException {
        assertEquals(32, Base64.getDecoder().decode(secrets().key("key")).length);
    }

    @Test
    void fileThenOnlyItsOwnerReadsIt() throws IOException {
        secrets().secret("radius");

        assertEquals("rw-------", mode(directory.resolve("secrets.json")));
    }

    @Test
    void homeThenOnlyItsOwnerEntersIt() throws IOException {
        var home = Home.of(directory);
        home.create();

        assertEquals("rwx------", mode(home.directory()));
        assertEquals("rwx------", mode(home.logs()));
        assertEquals("rwx------", mode(home.run()));
    }

    @Test
    void credentialsThenPrivateAndReadBack() throws IOException {
        var file = directory.resolve("credentials.json");
        var radius = new Credentials.RadiusAccess("127.0.0.1", 1812, 1813, "s");
        var written = new Credentials("http://127.0.0.1:8080", "admin", "p", "c", "cs", "sk_1", radius);
        written.write(file);

        assertEquals(written, Credentials.read(file));
        assertEquals("rw-------", mode(file));
    }

    @Test
    void credentialsWhenNoRadiusThenNoneReadBack() throws IOException {
        var file = directory.resolve("credentials.json");
        new Credentials("http://127.0.0.1:8080", "admin", "p", "c", "cs", "sk_1", null).write(file);

        assertNull(Credentials.read(file).radius());
    }

    private Secrets secrets() throws IOException {
        return Secrets.in(directory.resolve("secrets.json"));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
