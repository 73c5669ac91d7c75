package com.skytill.vouchers.signal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.util.function.Supplier;

/**
 * Hears from PostgreSQL (LISTEN) that a transaction which left work has committed, whichever replica and whichever statement it
 * was, so that the work begins at once. What is not heard waits for the worker's own next look.
 */
@Singleton
public final class DatabaseSignals {

    private static final Logger LOG = Logger.getLogger(DatabaseSignals.class);
    private static final long RECONNECT_MILLIS = 1000;

    private final PgSubscriber subscriber;

    DatabaseSignals(
            Vertx vertx,
            @ConfigProperty(name = "skytill.database.url") String url,
            @ConfigProperty(name = "skytill.database.username") String username,
            @ConfigProperty(name = "skytill.database.password") String password) {
        this.subscriber = PgSubscriber.subscriber(
                        vertx, PgConnectOptions.fromUri(url).setUser(username).setPassword(password))
                .reconnectPolicy(ignored -> RECONNECT_MILLIS);
    }

    /** Does that work whenever something is said on the channel. */
    public void on(String channel, Supplier<Uni<Void>> work) {
        subscriber
                .channel(channel)
                .handler(ignored -> work.get()
                        .subscribe()
                        .with(done -> {}, failure -> LOG.debugf("The next look finds it: %s", failure)));
    }

    void start(@Observes StartupEvent event) {
        subscriber.connect().onFailure(failure -> LOG.warnf("Signals are not heard yet: %s", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        subscriber.close();
    }
}
