package com.skytill.testing.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** Does the same many times at once. */
public final class Parallel {

    private Parallel() {}

    /** All of them at once: what came of each, in the order of their numbers from 0; fails when one fails. */
    public static <T> List<T> run(int times, IntFunction<T> work) {
        return run(Executors.newVirtualThreadPerTaskExecutor(), times, work);
    }

    /** The same, so many at once. */
    public static <T> List<T> run(int times, int atOnce, IntFunction<T> work) {
        return run(Executors.newFixedThreadPool(atOnce), times, work);
    }

    private static <T> List<T> run(ExecutorService threads, int times, IntFunction<T> work) {
        try (threads) {
            var calls = new ArrayList<Callable<T>>();
            for (int i = 0; i < times; i++) {
                int number = i;
                calls.add(() -> work.apply(number));
            }
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new AssertionError("One of the parallel calls failed", failed.getCause());
        }
    }
}
