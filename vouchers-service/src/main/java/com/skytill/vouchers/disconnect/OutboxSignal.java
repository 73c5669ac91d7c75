package com.skytill.vouchers.disconnect;

import com.skytill.vouchers.signal.DatabaseSignals;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Has the routers told at once of what was put into the outbox; the job's own look every second makes up for what is not heard. */
@Singleton
final class OutboxSignal {

    private final OutboxJob job;
    private final DatabaseSignals signals;

    OutboxSignal(OutboxJob job, DatabaseSignals signals) {
        this.job = job;
        this.signals = signals;
    }

    void start(@Observes StartupEvent event) {
        signals.on("nas_outbox", job::send);
    }
}
