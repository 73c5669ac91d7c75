package com.skytill.vouchers.replica;

import io.smallrye.mutiny.Uni;

import java.util.List;
import java.util.function.Function;

/** Walks through a list that another service answers in pages. */
public final class Pages {

    private Pages() {}

    /**
     * One page.
     *
     * @param next the cursor of the page that follows; null at the end
     * @param changedThrough the change number that the list covers
     */
    public record Page<T>(List<T> items, String next, long changedThrough) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * Writes each page; answers the first page's change number, the one that all pages cover.
     *
     * @param read gives the page after that cursor, which is null for the first
     */
    public static <T> Uni<Long> write(Function<String, Uni<Page<T>>> read, Function<List<T>, Uni<Void>> put) {
        return write(read, put, null);
    }

    private static <T> Uni<Long> write(
            Function<String, Uni<Page<T>>> read, Function<List<T>, Uni<Void>> put, String after) {
        return read.apply(after)
                .flatMap(page -> put.apply(page.items())
                        .flatMap(ignored -> page.next() == null
                                ? Uni.createFrom().item(page.changedThrough())
                                : write(read, put, page.next()).replaceWith(page.changedThrough())));
    }
}
