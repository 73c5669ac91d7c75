package com.skytill.products;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** Does the same many times at once. */
final class Parallel {

    private Parallel() {}

    /** What came of each, in the order of their numbers from 0; fails when one fails. */
    static <T> List<T> run(int times, IntFunction<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
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
        }
    }
}
