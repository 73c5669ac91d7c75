package com.skytill.gateway.stub;

import io.vertx.core.json.JsonObject;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listens to the access log, whose line may come a moment after the answer. */
public final class AccessLines extends Handler implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("com.skytill.gateway.access.AccessLog");

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private AccessLines() {}

    /** Listens from now on. */
    public static AccessLines listen() {
        var lines = new AccessLines();
        LOG.addHandler(lines);
        return lines;
    }

    /** The raw line of the request with that ID. */
    public String raw(String requestId) throws InterruptedException {
        for (String line = next(); line != null; line = next()) {
            if (line.contains("\"" + requestId + "\"")) {
                return line;
            }
        }
        throw new AssertionError("Nothing was logged of " + requestId);
    }

    /** The line of the request with that ID. */
    public JsonObject of(String requestId) throws InterruptedException {
        return new JsonObject(raw(requestId));
    }

    private String next() throws InterruptedException {
        return lines.poll(10, TimeUnit.SECONDS);
    }

    /** Whether nothing more was logged so far. */
    public boolean isSilent() {
        return lines.isEmpty();
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(String.valueOf(entry.getMessage()));
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        LOG.removeHandler(this);
    }
}
