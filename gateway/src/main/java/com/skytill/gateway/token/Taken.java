package com.skytill.gateway.token;

import java.util.List;

/**
 * What was found in one place of a request.
 *
 * @param tokens the texts given as access_token
 * @param rest the same without them, for the service
 * @param <T> the place's form
 */
public record Taken<T>(List<String> tokens, T rest) {

    public Taken {
        tokens = List.copyOf(tokens);
    }

    /** Nothing found, nothing changed. */
    static <T> Taken<T> nothing(T whole) {
        return new Taken<>(List.of(), whole);
    }

    @Override
    public String toString() {
        return "Taken[" + tokens.size() + "]";
    }
}
