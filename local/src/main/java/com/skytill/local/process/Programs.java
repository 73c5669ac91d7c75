package com.skytill.local.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds installed programs, also those of the administrator's directories that an ordinary user's PATH lacks. */
public final class Programs {

    private Programs() {}

    /** The first program found of these names. */
    public static Optional<Path> find(String... names) {
        for (var name : names) {
            var found = directories()
                    .map(directory -> Path.of(directory).resolve(name))
                    .filter(Files::isExecutable)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Stream<String> directories() {
        var path = System.getenv("PATH");
        var own = path == null ? Stream.<String>empty() : Stream.of(path.split(File.pathSeparator, -1));
        return Stream.concat(
                own.filter(directory -> !directory.isEmpty()),
                Stream.of("/usr/bin", "/bin", "/usr/sbin", "/usr/local/sbin", "/usr/local/bin"));
    }
}
