package com.skytill.local.suite;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells, line by line, how far the start is, with the seconds since it began. */
public final class Progress {

    private final PrintStream out;
    private final long begin = System.nanoTime();

    /** Writes to this stream. */
    public Progress(PrintStream out) {
        this.out = out;
    }

    /** One thing that is ready now. */
    public void ready(String what, String where) {
        out.printf(Locale.ROOT, "  %-18s ready %6.1f s   %s%n", what, seconds(), where);
    }

    /** Words. */
    public void say(String line) {
        out.println(line);
    }

    private double seconds() {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }
}
