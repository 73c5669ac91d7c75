package com.skytill.platform.problem;

import io.quarkus.arc.All;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;

import java.net.ConnectException;
import java.util.List;
import java.util.Optional;

/** The one table from failures to problems. What is not in it is a fault of ours: logged whole, told without detail. */
@Singleton
public final class ProblemTable {

    private static final Logger LOG = Logger.getLogger(ProblemTable.class);

    private final List<ProblemMapping> mappings;

    ProblemTable(@All List<ProblemMapping> mappings) {
        this.mappings = mappings;
    }

    /** What the caller is told of that failure. */
    public Problem of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
            if (cause == cause.getCause()) {
                break;
            }
        }
        LOG.error("A request failed by a fault of ours", failure);
        return new Problem(ProblemCode.INTERNAL_ERROR, "The request failed; its request_id leads us to the cause");
    }

    /** What the caller is told of a status that the web layer failed with, or of its failure. */
    public Problem of(RoutingContext context) {
        if (context.failure() != null) {
            return of(context.failure());
        }
        return ofStatus(context.statusCode());
    }

    private Optional<Problem> known(Throwable cause) {
        return switch (cause) {
            case ProblemException problem -> Optional.of(problem.problem());
            case AuthenticationFailedException failed
            when failed.getCause() instanceof ConnectException -> unavailable("The tokens can't be checked now");
            case AuthenticationFailedException ignored -> invalidToken();
            case UnauthorizedException ignored -> invalidToken();
            case ForbiddenException ignored ->
                Optional.of(new Problem(ProblemCode.INSUFFICIENT_PERMISSION, "The user lacks the permission"));
            case WebApplicationException web ->
                Optional.of(ofStatus(web.getResponse().getStatus()));
            default -> mappings.stream().flatMap(m -> m.find(cause).stream()).findFirst();
        };
    }

    private static Optional<Problem> invalidToken() {
        return Optional.of(new Problem(ProblemCode.INVALID_TOKEN, "The access token can't be used"));
    }

    private static Optional<Problem> unavailable(String detail) {
        return Optional.of(new Problem(ProblemCode.UPSTREAM_UNAVAILABLE, detail));
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> new Problem(ProblemCode.INVALID_TOKEN, "The access token can't be used");
            case 403 -> new Problem(ProblemCode.INSUFFICIENT_PERMISSION, "The user lacks the permission");
            case 404 -> new Problem(ProblemCode.NOT_FOUND, "There is nothing at this address");
            case 405 -> new Problem(ProblemCode.METHOD_NOT_ALLOWED, "This address does not take that method");
            case 413 -> new Problem(ProblemCode.PAYLOAD_TOO_LARGE, "The body is larger than this address takes");
            case 415 -> new Problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "This address does not take that media type");
            case 503 -> new Problem(ProblemCode.UPSTREAM_UNAVAILABLE, "The service can't answer now");
            default ->
                status >= 400 && status < 500
                        ? new Problem(ProblemCode.INVALID_REQUEST, "The request is malformed")
                        : new Problem(ProblemCode.INTERNAL_ERROR, "The request failed");
        };
    }
}
