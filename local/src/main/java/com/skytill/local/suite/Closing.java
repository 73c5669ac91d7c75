package com.skytill.local.suite;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be ended, last thing first, once. May be called from another thread while things are still being added. */
final class Closing {

    /** Ends one thing. */
    @FunctionalInterface
    interface Step {
        void end() throws IOException, InterruptedException;
    }

    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean closed;

    void add(Step step) throws IOException, InterruptedException {
        boolean late;
        synchronized (this) {
            late = closed;
            if (!late) {
                steps.push(step);
            }
        }
        if (late) {
            step.end();
        }
    }

    void endAll() throws IOException, InterruptedException {
        synchronized (this) {
            closed = true;
        }
        for (var step = next(); step != null; step = next()) {
            step.end();
        }
    }

    synchronized boolean isEmpty() {
        return steps.isEmpty();
    }

    private synchronized Step next() {
        return steps.poll();
    }
}
