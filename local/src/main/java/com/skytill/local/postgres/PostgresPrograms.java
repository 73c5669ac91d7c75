package com.skytill.local.postgres;

import com.skytill.local.process.Command;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's own programs, unpacked from the archive of this machine's kind that Maven Central brings.
 *
 * @param directory where they are unpacked
 */
record PostgresPrograms(Path directory) {

    private static final long OWNER_EXECUTES = 0100;

    /** Unpacks the programs, once: an interrupted unpacking leaves nothing behind that looks complete. */
    static PostgresPrograms unpackedBelow(Path parent) throws IOException {
        var platform = Platform.current();
        var directory = parent.resolve("postgresql-" + platform.fingerprint());
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(parent);
            var fresh = Files.createTempDirectory(parent, "unpacking-");
            try (var archive = platform.archive()) {
                unpack(archive, fresh);
            }
            Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresPrograms(directory);
    }

    /** A command of one of the programs. PostgreSQL refuses to run as root, so root runs it in a user namespace, as nobody. */
    Command command(String program, String... arguments) {
        var words = new ArrayList<String>();
        if (Platform.isRoot()) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(directory.resolve("bin").resolve(program).toString());
        words.addAll(List.of(arguments));
        return new Command(words);
    }

    private static void unpack(InputStream archive, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, into);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("The archive wants to write outside its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, into.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & OWNER_EXECUTES) != 0 && !target.toFile().setExecutable(true, true)) {
                throw new IOException("Cannot make executable: " + target);
            }
        }
    }
}
