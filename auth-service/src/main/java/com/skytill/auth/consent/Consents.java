package com.skytill.auth.consent;

import com.skytill.auth.token.Scopes;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Remembers what users let clients do, so that they are asked once (RFC 6749 §1.1, RFC 9700 §4.14). */
@Singleton
public final class Consents {

    /** Stands in the store for a request without a scope: everything that the user may do. */
    private static final String EVERYTHING = "*";

    private final ConsentStore store;
    private final Clock clock;

    Consents(ConsentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether the user let the client do all of that before. */
    public Uni<Boolean> cover(long userId, String clientId, String scope) {
        return store.words(userId, clientId).map(given -> given.containsAll(asked(scope)));
    }

    /** Remembers it, with what was let before. */
    public Uni<Void> give(long userId, String clientId, String scope) {
        return store.words(userId, clientId).flatMap(given -> {
            var all = new ArrayList<>(given);
            asked(scope).stream().filter(word -> !given.contains(word)).forEach(all::add);
            return store.put(userId, clientId, all, clock.instant());
        });
    }

    private static List<String> asked(String scope) {
        return scope.isBlank() ? List.of(EVERYTHING) : Scopes.words(scope);
    }
}
