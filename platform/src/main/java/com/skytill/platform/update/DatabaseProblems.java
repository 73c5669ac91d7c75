package com.skytill.platform.update;

import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemMapping;
import io.smallrye.mutiny.CompositeException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import org.hibernate.JDBCException;

import jakarta.inject.Singleton;

import java.net.ConnectException;
import java.util.Optional;

/** What PostgreSQL's failures mean to a caller; its own words stay in the log. */
@Singleton
final class DatabaseProblems implements ProblemMapping {

    @Override
    public Optional<Problem> find(Throwable failure) {
        return switch (failure) {
            case PgException postgres -> ofState(postgres.getSqlState());
            // Hibernate Reactive leaves PostgreSQL's own exception out of the one that it throws.
            case JDBCException hibernate -> ofState(hibernate.getSQLState());
            case ClosedConnectionException ignored -> unavailable();
            case ConnectException ignored -> unavailable();
            // These have no type of their own.
            case NoStackTraceThrowable untyped when isUnavailable(untyped.getMessage()) -> unavailable();
            // A rollback that fails too, since the connection is gone: the first failure says why.
            case CompositeException several ->
                several.getCauses().stream()
                        .map(this::find)
                        .flatMap(Optional::stream)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    /** No connection came free in time, or the one at hand was lost while nothing was asked of it. */
    private static boolean isUnavailable(String message) {
        return "Timeout".equals(message) || (message != null && message.startsWith("Connection is not active now"));
    }

    private static Optional<Problem> ofState(String state) {
        if (state == null) {
            return Optional.empty();
        }
        return switch (state) {
            case "23505" ->
                Optional.of(new Problem(ProblemCode.ALREADY_EXISTS, "Another entity has one of these values already"));
            case "55P03" ->
                Optional.of(new Problem(
                        ProblemCode.IDEMPOTENCY_KEY_IN_USE,
                        "An earlier request still holds what this one needs; try again with the same key"));
            // Shutting down, starting up, too many connections, serialisation, deadlock, disk full: later may work.
            case "57P01", "57P02", "57P03", "53300", "53100", "40001", "40P01" -> unavailable();
            default -> state.startsWith("08") ? unavailable() : Optional.empty();
        };
    }

    private static Optional<Problem> unavailable() {
        return Optional.of(new Problem(ProblemCode.UPSTREAM_UNAVAILABLE, "The database can't answer now; try again"));
    }
}
