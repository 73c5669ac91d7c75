package com.skytill.local.process;

import java.io.IOException;

/** How a process is asked to end. */
public enum StopSignal {
    /** What every well-behaved process ends at. */
    TERM,
    /** PostgreSQL's fast shutdown: does not wait for its clients. */
    INT;

    void send(ProcessHandle process) throws IOException, InterruptedException {
        if (this == TERM) {
            process.destroy();
        } else {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }
}
