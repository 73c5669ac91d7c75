package com.skytill.local.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;

/** Writes what only the user who runs the suite may read: directories of mode 0700, files of mode 0600. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /**
     * Makes a directory, and those above it, that only its owner may enter.
     *
     * @return the same directory
     */
    public static Path directory(Path directory) throws IOException {
        var parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        var mode = PosixFilePermissions.fromString("rwx------");
        if (Files.isDirectory(directory)) {
            Files.setPosixFilePermissions(directory, mode);
        } else {
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(mode));
        }
        return directory;
    }

    /** Replaces a file in one step: a reader sees the old text or the new one, and nobody else sees either. */
    public static void write(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(fresh, options, mode)) {
            var bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
