package com.skytill.local.home;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunnerLockTest {

    @TempDir
    Path directory;

    @Test
    void takeWhenHeldByAnotherProcessThenEmpty() throws Exception {
        var home = Home.of(directory);
        home.create();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var other = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertEquals('L', other.getInputStream().read());
            assertTrue(RunnerLock.take(home).isEmpty());
        } finally {
            other.destroyForcibly().waitFor();
        }

        assertTrue(RunnerLock.take(home).isPresent());
    }

    /** A runner that takes the lock and is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            var lock = RunnerLock.take(Home.of(Path.of(arguments[0]))).orElseThrow();
            System.out.print('L');
            System.out.flush();
            int end = System.in.read();
            lock.close();
            System.exit(end);
        }
    }
}
