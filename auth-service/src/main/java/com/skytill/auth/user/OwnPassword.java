package com.skytill.auth.user;

import com.skytill.auth.password.Passwords;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Sets the password of users who proved that they know the old one. */
@Singleton
public final class OwnPassword {

    private final AccountStore store;
    private final CredentialStore credentials;
    private final Passwords passwords;
    private final Clock clock;

    OwnPassword(AccountStore store, CredentialStore credentials, Passwords passwords, Clock clock) {
        this.store = store;
        this.credentials = credentials;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Sets it, and ends all that the user has running; in the session's transaction. */
    public Uni<UserView> set(long userId, String password) {
        return passwords
                .hash(password)
                .flatMap(hash -> store.lock(userId)
                        .flatMap(account -> store.update(account, hash))
                        .call(() -> credentials.endAll(userId, clock.instant())))
                .map(UserView::of);
    }
}
