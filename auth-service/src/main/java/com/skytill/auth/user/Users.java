package com.skytill.auth.user;

import com.skytill.auth.password.Passwords;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.Optional;

/** Knows who the users are, and who proved to be one. */
@Singleton
public final class Users {

    private final UserStore store;
    private final Passwords passwords;

    Users(UserStore store, Passwords passwords) {
        this.store = store;
        this.passwords = passwords;
    }

    /**
     * What came of a username and a password.
     *
     * @param known whoever has the username; for the audit trail only
     * @param proof of being that user, who is active, by the right password
     */
    public record Attempt(Optional<User> known, Optional<Proof> proof) {}

    /** Tries the username and password. Whatever is wrong, it takes the same time. */
    public Uni<Attempt> signIn(String username, String password) {
        // PostgreSQL takes no NUL, and no username has a control character.
        var wanted = username.chars().anyMatch(Character::isISOControl)
                ? Uni.createFrom().item(Optional.<UserStore.WithPassword>empty())
                : store.find(username);
        return wanted.flatMap(found -> {
            String hash = found.map(UserStore.WithPassword::passwordHash).orElse(null);
            var known = found.map(UserStore.WithPassword::user);
            return passwords
                    .matches(password, hash)
                    .map(same -> new Attempt(
                            known,
                            known.filter(user -> same && user.active()).map(user -> new Proof(user.userId(), hash))));
        });
    }

    /** The user of that ID, active or not. */
    public Uni<Optional<User>> find(long userId) {
        return store.find(userId).map(found -> found.map(UserStore.WithPassword::user));
    }
}
