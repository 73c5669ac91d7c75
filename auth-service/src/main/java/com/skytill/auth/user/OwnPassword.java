package com.skytill.auth.user;

import com.skytill.auth.password.Passwords;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.Optional;

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

    /**
     * Sets it, and ends all that the user has running; in the session's transaction. Empty, and nothing is done, when the proof
     * holds no longer: the password was changed meanwhile.
     */
    public Uni<Optional<UserView>> set(Proof proof, String password) {
        // The slow hash comes before the lock.
        return passwords
                .hash(password)
                .flatMap(hash -> store.lock(proof)
                        .flatMap(found -> found.isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : set(found.get(), hash).map(Optional::of)));
    }

    private Uni<UserView> set(Account account, String hash) {
        return store.update(account, hash)
                .call(() -> credentials.endAll(account.user().userId(), clock.instant()))
                .map(UserView::of);
    }
}
