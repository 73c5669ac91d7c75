package com.skytill.local.home;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where an installation keeps what is its own.
 *
 * @param root the repository: the services' jars and FreeRADIUS's configuration are found below it
 * @param directory the installation's private directory, {@code .skytill} below the root unless a test says otherwise
 */
public record Home(Path root, Path directory) {

    /** The installation of a repository. */
    public static Home of(Path root) {
        return new Home(root, root.resolve(".skytill"));
    }

    /** Makes the directories that everything else writes to. */
    public void create() throws IOException {
        PrivateFiles.directory(directory);
        PrivateFiles.directory(logs());
        PrivateFiles.directory(run());
    }

    /** One log file per process. */
    public Path logs() {
        return directory.resolve("logs");
    }

    /** PID files, and the lock of the one runner. */
    public Path run() {
        return directory.resolve("run");
    }

    /** PostgreSQL's data. */
    public Path postgresData() {
        return directory.resolve("postgres");
    }

    /** PostgreSQL's programs, unpacked once. */
    public Path postgresPrograms() {
        return directory.resolve("programs");
    }

    /** What a consumer needs to call the suite. */
    public Path credentials() {
        return directory.resolve("credentials.json");
    }

    /** What the processes share among themselves. */
    public Path secrets() {
        return directory.resolve("secrets.json");
    }

    /** The ports that were used last time. */
    public Path ports() {
        return directory.resolve("ports.json");
    }

    /** FreeRADIUS's own copy of its configuration, and its log. */
    public Path radius() {
        return directory.resolve("radius");
    }
}
