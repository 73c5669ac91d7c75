package com.skytill.local.suite;

import com.skytill.local.process.ChildProcess;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits until a service says of itself that it is ready. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int OK = 200;
    private static final int TAIL = 25;

    private final HttpClient http;

    Readiness(HttpClient http) {
        this.http = http;
    }

    /**
     * Polls {@code /q/health/ready}.
     *
     * @throws SuiteFailure when the process ends before it is ready, or takes longer than two minutes
     */
    void await(ChildProcess process, String url) throws SuiteFailure, IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(request)) {
            if (!process.isAlive()) {
                throw failure(
                        process, process.name() + " ended before it was ready, with exit code " + process.exitCode());
            }
            if (System.nanoTime() - deadline > 0) {
                throw failure(process, process.name() + " is not ready after " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    static SuiteFailure failure(ChildProcess process, String what) throws IOException {
        return new SuiteFailure(what + ". The end of " + process.log().file() + ":\n  "
                + String.join("\n  ", process.log().tail(TAIL)));
    }

    private boolean isReady(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
