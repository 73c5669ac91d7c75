package com.skytill.local.process;

import java.io.IOException;

/** Starts one process. */
@FunctionalInterface
public interface ProcessStarter {

    /** The process, just started. */
    ChildProcess start() throws IOException, InterruptedException;
}
