package com.skytill.local.process;

import com.skytill.local.home.PrivateFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process beyond the death of the one that started it. Holds the process's start time too: a process that was given
 * the same PID later is another process, and is never touched.
 */
final class PidFile {

    /** The start time is computed from the boot time, which moves a little when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) throws IOException {
        var start = process.info().startInstant();
        if (start.isPresent()) {
            PrivateFiles.write(file, process.pid() + " " + start.get().toEpochMilli() + "\n");
        }
    }

    /** The process of this file, when it still runs. */
    Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var parts = Files.readString(file).strip().split(" ", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        var start = Instant.ofEpochMilli(Long.parseLong(parts[1]));
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> isStartedAt(process, start));
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static boolean isStartedAt(ProcessHandle process, Instant start) {
        return process.info()
                .startInstant()
                .map(actual -> Duration.between(start, actual).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
