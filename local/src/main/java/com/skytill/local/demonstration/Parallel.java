package com.skytill.local.demonstration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does the same with many things, a few at a time, so that the suite is used as several users would use it. */
final class Parallel {

    private static final int AT_ONCE = 4;

    private Parallel() {}

    /** What is to be done with each. */
    @FunctionalInterface
    interface Step<T> {
        /** Does it with this one. */
        void with(T item) throws IOException, InterruptedException, DemonstrationFailure;
    }

    /** Ends with the first failure; what has not begun then is left. */
    static <T> void each(List<T> items, Step<T> step) throws IOException, InterruptedException, DemonstrationFailure {
        var failed = new AtomicBoolean();
        var steps = new ArrayList<Future<?>>();
        try (var workers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (var item : items) {
                steps.add(workers.submit(() -> {
                    if (!failed.get()) {
                        with(step, item, failed);
                    }
                    return null;
                }));
            }
        }
        for (var done : steps) {
            await(done);
        }
    }

    private static <T> void with(Step<T> step, T item, AtomicBoolean failed)
            throws IOException, InterruptedException, DemonstrationFailure {
        boolean done = false;
        try {
            step.with(item);
            done = true;
        } finally {
            if (!done) {
                failed.set(true);
            }
        }
    }

    private static void await(Future<?> step) throws IOException, InterruptedException, DemonstrationFailure {
        try {
            step.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case DemonstrationFailure failure -> throw failure;
                case InterruptedException failure -> throw failure;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
