package com.skytill.local.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The kind of machine this is, as the archives of PostgreSQL's programs are named.
 *
 * @param archiveName the archive's name among the resources
 */
record Platform(String archiveName) {

    private static final int FINGERPRINT_DIGITS = 12;

    static Platform current() {
        var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        var arm = System.getProperty("os.arch").equals("aarch64");
        var alpine = Files.exists(Path.of("/etc/alpine-release"));
        return new Platform("postgres-" + (mac ? "darwin" : "linux") + "-" + (arm ? "arm_64" : "x86_64")
                + (alpine ? "-alpine_linux" : "") + ".txz");
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    InputStream archive() throws IOException {
        var archive = Platform.class.getResourceAsStream("/" + archiveName);
        if (archive == null) {
            throw new IOException("There is no PostgreSQL for this kind of machine (" + archiveName + ")");
        }
        return archive;
    }

    /** Tells one version of the archive from another. */
    String fingerprint() throws IOException {
        try (var archive = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
            archive.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(archive.getMessageDigest().digest()).substring(0, FINGERPRINT_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
