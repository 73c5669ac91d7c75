package com.skytill.vouchers.disconnect;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Hears from PostgreSQL (LISTEN) that a transaction which put something into the outbox has committed, whichever replica and
 * whichever statement it was, so that the router is told at once. The job's own look every second makes up for what is not heard.
 */
@Singleton
final class OutboxSignal {

    private static final Logger LOG = Logger.getLogger(OutboxSignal.class);
    private static final long RECONNECT_MILLIS = 1000;

    private final OutboxJob job;
    private final PgSubscriber subscriber;

    OutboxSignal(
            OutboxJob job,
            Vertx vertx,
            @ConfigProperty(name = "skytill.database.url") String url,
            @ConfigProperty(name = "skytill.database.username") String username,
            @ConfigProperty(name = "skytill.database.password") String password) {
        this.job = job;
        this.subscriber = PgSubscriber.subscriber(
                        vertx, PgConnectOptions.fromUri(url).setUser(username).setPassword(password))
                .reconnectPolicy(ignored -> RECONNECT_MILLIS);
    }

    void start(@Observes StartupEvent event) {
        subscriber
                .channel("nas_outbox")
                .handler(ignored -> job.send()
                        .subscribe()
                        .with(done -> {}, failure -> LOG.debugf("The next look finds it: %s", failure)));
        subscriber.connect().onFailure(failure -> LOG.warnf("Disconnects wait up to a second: %s", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        subscriber.close();
    }
}
