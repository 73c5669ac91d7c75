package com.skytill.platform.list;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A part of a list, as every list operation answers it. Registered for reflection: Jackson writes it.
 *
 * @param items in a stable order
 * @param next the cursor of the next page; null at the end
 */
@RegisterForReflection
public record Page<T>(List<T> items, String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** The page of a list in the order of its IDs, from one row more than asked for, which tells whether there is a next. */
    public static <T> Page<T> of(List<T> oneMore, PageRequest request, ToLongFunction<T> id) {
        if (oneMore.size() <= request.limit()) {
            return new Page<>(oneMore, null);
        }
        var items = oneMore.subList(0, request.limit());
        return new Page<>(items, PageRequest.cursorAfter(id.applyAsLong(items.getLast())));
    }
}
