package com.skytill.gateway.proxy;

import com.skytill.gateway.answer.Refusal;
import com.skytill.platform.problem.ProblemCode;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import org.jboss.logging.Logger;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** What a caller is told when a service could not be asked, or did not answer as it should. */
@Singleton
final class UpstreamFailures {

    private static final Logger LOG = Logger.getLogger(UpstreamFailures.class);

    private static final String UNREACHABLE = "The service behind this operation can't be reached now";
    private static final long SECOND = 1_000_000_000L;

    private final long idleTimeoutNanos;

    UpstreamFailures(UpstreamConfig config) {
        // The connection is closed a little after the timeout, never before; the clocks are not the same though.
        this.idleTimeoutNanos =
                config.idleTimeout().minus(Duration.ofMillis(20)).toNanos();
    }

    /** The service was put aside for so long. */
    static Refusal aside(long nanos) {
        return Refusal.unavailable(UNREACHABLE, Math.max(1, (nanos + SECOND - 1) / SECOND));
    }

    /** Whether nothing was tried, because too many wait for a connection or one did so for too long. */
    static boolean isOfOurPool(Throwable failure) {
        return failure instanceof ConnectionPoolTooBusyException || failure instanceof TimeoutException;
    }

    /** There was no connection to be had: nothing was sent. */
    Refusal notConnected(Passage passage, Throwable failure) {
        log(passage, "could not be reached", failure);
        return switch (failure) {
            case ConnectTimeoutException ignored -> timeout();
            case TimeoutException ignored -> timeout();
            case ConnectException ignored -> unavailable();
            case NoRouteToHostException ignored -> unavailable();
            case UnknownHostException ignored -> unavailable();
            case SocketException ignored -> unavailable();
            default -> unavailable();
        };
    }

    /** The request was sent, in part at least, and no usable answer began. */
    Refusal notAnswered(Passage passage, Throwable failure, long silentNanos) {
        if (isConnection(failure) && silentNanos >= idleTimeoutNanos) {
            log(passage, "did not answer in time", failure);
            return timeout();
        }
        log(passage, "broke off or answered no HTTP", failure);
        return Refusal.of(ProblemCode.UPSTREAM_FAILED, "The service behind this operation failed");
    }

    /** The answer had begun, so that nothing but breaking it off can tell the caller. */
    void brokenOff(Passage passage, Throwable failure) {
        log(passage, "broke off its answer", failure);
    }

    /** The answer is larger than any of that operation may be. */
    Refusal tooLarge(Passage passage) {
        LOG.warnf(
                "Request %s: the answer of %s is larger than %d bytes",
                passage.requestId(), passage.service(), passage.answerLimit());
        return Refusal.of(ProblemCode.UPSTREAM_FAILED, "The answer is larger than answers may be");
    }

    /** Whether the service closed the connection, as opposed to our timeout or a faulty answer. */
    boolean isClosed(Throwable failure, long silentNanos) {
        return isConnection(failure) && silentNanos < idleTimeoutNanos;
    }

    private static boolean isConnection(Throwable failure) {
        return failure instanceof HttpClosedException
                || failure instanceof ClosedChannelException
                || failure instanceof IOException;
    }

    private static Refusal timeout() {
        return Refusal.of(ProblemCode.UPSTREAM_TIMEOUT, "The service behind this operation did not answer in time");
    }

    private static Refusal unavailable() {
        return Refusal.unavailable(UNREACHABLE);
    }

    private static void log(Passage passage, String what, Throwable failure) {
        LOG.warnf("Request %s: %s %s: %s", passage.requestId(), passage.service(), what, failure.toString());
    }
}
