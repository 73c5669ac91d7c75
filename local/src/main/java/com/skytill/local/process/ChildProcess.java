package com.skytill.local.process;

import com.skytill.local.home.Home;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process of the suite: its log file, its PID file, and how it ends. */
public final class ChildProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Process process;
    private final ProcessLog log;
    private final PidFile pidFile;
    private final StopSignal signal;

    private ChildProcess(String name, Process process, ProcessLog log, PidFile pidFile, StopSignal signal) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
        this.signal = signal;
    }

    /**
     * Starts a process that hears nothing of the terminal, sees only the environment given to it, and writes to its own log.
     *
     * @param name the name of its log and its PID file
     */
    public static ChildProcess start(
            Home home, String name, Command command, Map<String, String> environment, StopSignal signal)
            throws IOException {
        var log = new ProcessLog(home.logs().resolve(name + ".log"));
        log.rotate();
        var builder = new ProcessBuilder(command.inOwnSession())
                .directory(home.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(log.file().toFile());
        ChildEnvironment.apply(builder.environment(), environment);
        var process = builder.start();
        var pidFile = new PidFile(home.run().resolve(name + ".pid"));
        pidFile.write(process.toHandle());
        return new ChildProcess(name, process, log, pidFile, signal);
    }

    public String name() {
        return name;
    }

    public ProcessLog log() {
        return log;
    }

    /** The operating system's number of the process. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Calls back when the process has ended, for whatever reason. */
    public void onExit(Runnable callback) {
        Thread.ofVirtual().name(name + "-exit").start(() -> {
            process.onExit().join();
            callback.run();
        });
    }

    /** The exit code of a process that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Ends the process: asks first, waits up to 20 seconds, then kills. */
    public void stop() throws IOException, InterruptedException {
        stop(process.toHandle(), signal);
        pidFile.delete();
    }

    /** Ends the process at once, without asking (SIGKILL); what it has started has ended too when this returns. */
    public void kill() throws IOException, InterruptedException {
        var started = process.descendants().toList();
        process.destroyForcibly().waitFor();
        for (var descendant : started) {
            if (!isEndedWithin(descendant, PATIENCE)) {
                descendant.destroyForcibly();
                isEndedWithin(descendant, PATIENCE);
            }
        }
        pidFile.delete();
    }

    static void stop(ProcessHandle process, StopSignal signal) throws IOException, InterruptedException {
        signal.send(process);
        if (!isEndedWithin(process, PATIENCE)) {
            process.destroyForcibly();
            isEndedWithin(process, PATIENCE);
        }
    }

    private static boolean isEndedWithin(ProcessHandle process, Duration patience) throws InterruptedException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting for process " + process.pid() + " failed", e);
        }
    }
}
