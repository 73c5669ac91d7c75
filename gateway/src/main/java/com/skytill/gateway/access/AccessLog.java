package com.skytill.gateway.access;

import com.skytill.gateway.caller.Callers;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.logging.Logger;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Writes one line of JSON for each request that has been answered, or whose caller has left. */
@Singleton
public final class AccessLog {

    private static final Logger LOG = Logger.getLogger(AccessLog.class);

    private final boolean enabled;
    private final Callers callers;
    private final Clock clock;

    AccessLog(AccessConfig config, Callers callers, Clock clock) {
        this.enabled = config.enabled();
        this.callers = callers;
        this.clock = clock;
    }

    /** Logs that visit, which is over. */
    public void write(HttpServerRequest request, Visit visit) {
        if (enabled) {
            String at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
            LOG.info(visit.line(at, callers.address(request)));
        }
    }
}
