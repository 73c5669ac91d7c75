package com.skytill.local.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Lets one runner use an installation at a time. A lock of the operating system, so that it ends with its process however that
 * ends.
 */
public final class RunnerLock implements AutoCloseable {

    private final FileChannel channel;

    private RunnerLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @return empty when another runner holds it
     */
    public static Optional<RunnerLock> take(Home home) throws IOException {
        Path file = home.run().resolve("runner.lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new RunnerLock(channel));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Whether this runner has it now: of two in one process (as in tests) the second is told by an exception. */
    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException held) {
            return false;
        }
    }
}
