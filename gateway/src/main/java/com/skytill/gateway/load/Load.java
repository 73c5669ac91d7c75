package com.skytill.gateway.load;

import com.skytill.gateway.access.Visit;
import com.skytill.gateway.answer.Refusal;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.inject.Singleton;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/** Sheds what is beyond the replica's strength, with 503, so that what it has begun is finished in time. */
@Singleton
public final class Load {

    private final int mostRequests;
    private final long mostBodyBytes;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong bodyBytes = new AtomicLong();

    Load(LoadConfig config, MeterRegistry metrics) {
        this.mostRequests = config.requests();
        this.mostBodyBytes = config.bodies().asLongValue();
        metrics.gauge("skytill.gateway.requests", requests);
        metrics.gauge("skytill.gateway.body.bytes", bodyBytes);
    }

    /** Takes that request on until its end; refused when there are too many. */
    public void take(Visit visit) {
        visit.whenOver(requests::decrementAndGet);
        if (requests.incrementAndGet() > mostRequests) {
            throw busy();
        }
    }

    /** Takes bytes of that request's body on, as they come, until its end; refuses when there are too many. */
    public IntConsumer bodyOf(Visit visit) {
        var held = new AtomicLong();
        visit.whenOver(() -> bodyBytes.addAndGet(-held.getAndSet(0)));
        return bytes -> {
            held.addAndGet(bytes);
            if (bodyBytes.addAndGet(bytes) > mostBodyBytes) {
                throw busy();
            }
        };
    }

    private static Refusal busy() {
        return Refusal.unavailable("There are too many requests at once now");
    }
}
