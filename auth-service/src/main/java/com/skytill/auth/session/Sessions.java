package com.skytill.auth.session;

import com.skytill.auth.opaque.Opaque;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Remembers who signed in, in which browser, for a working day. */
@Singleton
public final class Sessions {

    private final SessionStore store;
    private final Opaque opaque;
    private final Clock clock;
    private final Duration lifetime;

    Sessions(
            SessionStore store,
            Opaque opaque,
            Clock clock,
            @ConfigProperty(name = "skytill.auth.session-lifetime", defaultValue = "PT10H") Duration lifetime) {
        this.store = store;
        this.opaque = opaque;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Begins a session and gives the cookie's value. */
    public Uni<String> begin(long userId) {
        String cookie = opaque.next("");
        var now = clock.instant();
        return store.add(cookie, userId, now, now.plus(lifetime)).replaceWith(cookie);
    }

    /** The session of that cookie; the value may be null. */
    public Uni<Optional<BrowserSession>> find(String cookie) {
        return cookie == null || cookie.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : store.find(cookie, clock.instant());
    }
}
