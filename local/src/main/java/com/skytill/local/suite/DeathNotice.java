package com.skytill.local.suite;

import com.skytill.local.process.ChildProcess;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reports a process that ended by itself while the suite was running, with the end of what it said. */
final class DeathNotice {

    private static final int TAIL = 15;

    private final Progress progress;
    private final AtomicBoolean active = new AtomicBoolean();

    DeathNotice(Progress progress) {
        this.progress = progress;
    }

    /** From now on the suite is up: until then, whoever waits for a process reports its end. */
    void activate() {
        active.set(true);
    }

    void publish(ChildProcess process) {
        if (!active.get()) {
            return;
        }
        progress.say(process.name() + " has ended by itself, with exit code " + process.exitCode()
                + ". The rest goes on; Ctrl-C and ./skytill up start it again. The end of "
                + process.log().file() + ":");
        try {
            process.log().tail(TAIL).forEach(line -> progress.say("  " + line));
        } catch (IOException e) {
            progress.say("  which cannot be read: " + e.getMessage());
        }
    }
}
