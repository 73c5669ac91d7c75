package com.skytill.auth.bootstrap;

import com.skytill.auth.client.ConfiguredSecret;
import com.skytill.auth.client.RedirectUrls;
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
        var client = client();
        store.addSettings(config.companyName())
                .flatMap(ignored -> store.hasUsers())
                .flatMap(present -> present ? keepSecret(client) : addFirst(client))
                // A wrong encryption key shows here, not at the first token.
                .flatMap(ignored -> keys.rotate())
                .flatMap(ignored -> keys.published())
                .await()
                .atMost(PATIENCE);
    }

    /** The configured client; null when none is. */
    private BootstrapStore.FirstClient client() {
        if (config.clientId().isPresent() != config.clientSecret().isPresent()) {
            throw new IllegalStateException("skytill.bootstrap.client-id and .client-secret belong together");
        }
        config.redirectUrl().flatMap(RedirectUrls::fault).ifPresent(fault -> {
            throw new IllegalStateException("skytill.bootstrap.redirect-url " + fault);
        });
        return config.clientId()
                .map(clientId -> new BootstrapStore.FirstClient(
                        clientId,
                        ConfiguredSecret.checked(
                                "skytill.bootstrap.client-secret",
                                config.clientSecret().orElseThrow()),
                        config.redirectUrl().orElse(null)))
                .orElse(null);
    }

    private Uni<Void> keepSecret(BootstrapStore.FirstClient client) {
        return client == null ? Uni.createFrom().voidItem() : store.setSecret(client);
    }

    private Uni<Void> addFirst(BootstrapStore.FirstClient client) {
        String password = config.password().orElseGet(() -> opaque.next(""));
        return passwords
                .hash(password)
                .flatMap(hash ->
                        store.addFirst(new BootstrapStore.FirstUser(config.username(), hash, client), clock.instant()))
                .invoke(added -> {
                    if (added && config.password().isEmpty()) {
                        show(password);
                    }
                })
                .replaceWithVoid();
    }

    /** Once, to whoever watches the first start; not through the log, which is kept and sent on. */
    @SuppressWarnings("SystemOut")
    private void show(String password) {
        System.out.println("First administrator: " + config.username() + " / " + password + " (shown this once)");
    }
}
