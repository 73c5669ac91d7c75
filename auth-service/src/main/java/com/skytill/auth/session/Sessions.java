package com.skytill.auth.session;

import com.skytill.auth.opaque.Opaque;
import com.skytill.auth.user.Proof;
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

    /**
     * Begins a session and gives the cookie's value; empty when the proof does not hold any more.
     *
     * @param request what the sign-in was made for
     */
    public Uni<Optional<String>> begin(Proof proof, String request) {
        String cookie = opaque.next("");
        var now = clock.instant();
        return store.add(cookie, proof, request, now, now.plus(lifetime))
                .map(begun -> begun ? Optional.of(cookie) : Optional.empty());
    }

    /** The session of that cookie, with regard to that request; the cookie's value may be null. */
    public Uni<Optional<BrowserSession>> find(String cookie, String request) {
        return missing(cookie) ? Uni.createFrom().item(Optional.empty()) : store.find(cookie, request, clock.instant());
    }

    /** Remembers that the user consented to that request. */
    public Uni<Void> consented(String cookie, String request) {
        return store.consented(cookie, request);
    }

    /** Remembers that the request was answered: what was asked for it would be asked again. */
    public Uni<Void> answered(String cookie, String request) {
        return store.answered(cookie, request);
    }

    /** Ends the session of that cookie, which may be null. */
    public Uni<Void> end(String cookie) {
        return missing(cookie) ? Uni.createFrom().voidItem() : store.delete(cookie);
    }

    private static boolean missing(String cookie) {
        return cookie == null || cookie.isEmpty();
    }
}
