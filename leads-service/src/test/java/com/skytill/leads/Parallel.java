package com.skytill.leads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** Does the same many times at once. */
public final class Parallel {

    private Parallel() {}

    /** What came of each, in the order of their numbers from 0; fails when one fails. */
    public static <T> List<T> run(int times, int atOnce, IntFunction<T> work) {
        try (var pool = Executors.newFixedThreadPool(atOnce)) {
            var tasks = new ArrayList<Callable<T>>();
            for (int i = 0; i < times; i++) {
                int number = i;
                tasks.add(() -> work.apply(number));
            }
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(tasks)) {
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
