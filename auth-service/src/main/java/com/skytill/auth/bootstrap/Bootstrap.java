package com.skytill.auth.bootstrap;

import com.skytill.auth.key.SigningKeys;
import com.skytill.auth.opaque.Opaque;
import com.skytill.auth.password.Passwords;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;

/** Makes the first administrator of a new installation. There is no default password: it is given, or random and shown once. */
@Singleton
final class Bootstrap {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BootstrapStore store;
    private final BootstrapConfig config;
    private final Passwords passwords;
    private final SigningKeys keys;
    private final Opaque opaque;
    private final Clock clock;

    Bootstrap(
            BootstrapStore store,
            BootstrapConfig config,
            Passwords passwords,
            SigningKeys keys,
            Opaque opaque,
            Clock clock) {
        this.keys = keys;
        this.store = store;
        this.config = config;
        this.passwords = passwords;
        this.opaque = opaque;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        store.addSettings(config.companyName())
                .flatMap(ignored -> store.hasUsers())
                .flatMap(present -> present ? Uni.createFrom().voidItem() : addFirst())
                // A wrong encryption key shows here, not at the first token.
                .flatMap(ignored -> keys.current())
                .await()
                .atMost(PATIENCE);
    }

    private Uni<Void> addFirst() {
        if (config.clientId().isPresent() != config.clientSecret().isPresent()) {
            throw new IllegalStateException("skytill.bootstrap.client-id and .client-secret belong together");
        }
        String password = config.password().orElseGet(() -> opaque.next(""));
        return passwords
                .hash(password)
                .flatMap(hash -> secretHash()
                        .flatMap(secretHash -> store.addFirst(
                                new BootstrapStore.FirstUser(
                                        config.username(),
                                        hash,
                                        config.clientId().orElse(null),
                                        secretHash,
                                        config.redirectUrl().orElse(null)),
                                clock.instant())))
                .invoke(added -> {
                    if (added && config.password().isEmpty()) {
                        show(password);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<String> secretHash() {
        return config.clientSecret()
                .map(passwords::hashSecret)
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    /** Once, to whoever watches the first start; not through the log, which is kept and sent on. */
    @SuppressWarnings("SystemOut")
    private void show(String password) {
        System.out.println("First administrator: " + config.username() + " / " + password + " (shown this once)");
    }
}
