package com.skytill.local.suite;

import com.skytill.local.process.ChildProcess;
import com.skytill.local.process.ProcessStarter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The processes that were started, so that they are ended in order whenever that is asked for, also in the middle of a start: the
 * entrances first, PostgreSQL last.
 */
final class ProcessGroup {

    /** When a process is ended: those of the last stage first. */
    enum Stage {
        DATABASE,
        SERVICES,
        ENTRANCES
    }

    private record Member(Stage stage, ChildProcess process) {}

    private final List<Member> members = new ArrayList<>();
    private final Consumer<ChildProcess> onDeath;
    private boolean stopping;

    /**
     * An empty group.
     *
     * @param onDeath told of every process that ends without having been asked to
     */
    ProcessGroup(Consumer<ChildProcess> onDeath) {
        this.onDeath = onDeath;
    }

    synchronized ChildProcess start(Stage stage, ProcessStarter starter) throws IOException, InterruptedException {
        if (stopping) {
            throw new InterruptedException("The suite is being stopped");
        }
        var process = starter.start();
        members.add(new Member(stage, process));
        process.onExit(() -> reportDeath(process));
        return process;
    }

    /** Ends one of them, of which no death is reported then. */
    void stop(ChildProcess process) throws IOException, InterruptedException {
        forget(process);
        process.stop();
    }

    /** Ends one of them without asking it, of which no death is reported then. */
    void kill(ChildProcess process) throws IOException, InterruptedException {
        forget(process);
        process.kill();
    }

    /** Ends all, stage by stage; those of one stage together. */
    void stop() throws InterruptedException {
        List<Member> all;
        synchronized (this) {
            stopping = true;
            all = List.copyOf(members);
            members.clear();
        }
        for (var stage : List.of(Stage.ENTRANCES, Stage.SERVICES, Stage.DATABASE)) {
            stop(all.stream()
                    .filter(member -> member.stage() == stage)
                    .map(Member::process)
                    .toList());
        }
    }

    private static void stop(List<ChildProcess> processes) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.invokeAll(processes.stream()
                    .map(process -> Executors.callable(() -> end(process)))
                    .toList());
        }
    }

    private static void end(ChildProcess process) {
        try {
            process.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop " + process.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void forget(ChildProcess process) {
        members.removeIf(member -> member.process() == process);
    }

    private void reportDeath(ChildProcess process) {
        boolean expected;
        synchronized (this) {
            expected = stopping || members.stream().noneMatch(member -> member.process() == process);
        }
        if (!expected) {
            onDeath.accept(process);
        }
    }
}
