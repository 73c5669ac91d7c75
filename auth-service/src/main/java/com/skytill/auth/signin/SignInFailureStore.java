package com.skytill.auth.signin;

import com.skytill.auth.database.SqlTime;
import com.skytill.auth.opaque.Opaque;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;

/** The SQL of failed sign-ins. An attempt is counted as a failure before it is made, so that many at once gain nothing. */
@Singleton
final class SignInFailureStore {

    private final Pool pool;

    SignInFailureStore(Pool pool) {
        this.pool = pool;
    }

    private record Count(int failures, Instant lastAt, Instant blockedUntil) {}

    /** Counts an attempt of the account from the address; gives how long it has to wait instead, if it has to. */
    Uni<Duration> attempt(String account, String address, Instant now) {
        return pool.withTransaction(connection -> attempt(connection, account, Delays.ACCOUNT, now)
                .flatMap(wait -> wait.isPositive()
                        ? Uni.createFrom().item(wait)
                        : attempt(connection, address, Delays.ADDRESS, now)));
    }

    /** Counts an attempt of the account by somebody whose address does not matter. */
    Uni<Duration> attempt(String account, Instant now) {
        return pool.withTransaction(connection -> attempt(connection, account, Delays.ACCOUNT, now));
    }

    /** The attempt of the account was none of the failures that it was counted as. */
    Uni<Void> succeeded(String account) {
        return pool.preparedQuery("delete from sign_in_failures where subject = $1")
                .execute(Tuple.of(Opaque.hash(account)))
                .replaceWithVoid();
    }

    /** The attempt was none of the failures that it was counted as. */
    Uni<Void> succeeded(String account, String address, Instant now) {
        return succeeded(account)
                .chain(() -> pool.preparedQuery(
                                "update sign_in_failures set failures = greatest(failures - 1, 0), blocked_until = $2"
                                        + " where subject = $1")
                        .execute(Tuple.of(Opaque.hash(address), SqlTime.at(now))))
                .replaceWithVoid();
    }

    private static Uni<Duration> attempt(SqlConnection connection, String subject, Delays delays, Instant now) {
        return locked(connection, subject, now).flatMap(count -> {
            if (count.blockedUntil().isAfter(now)) {
                return Uni.createFrom().item(Duration.between(now, count.blockedUntil()));
            }
            boolean forgotten = count.lastAt().plus(Delays.FORGOTTEN_AFTER).isBefore(now);
            int failures = (forgotten ? 0 : count.failures()) + 1;
            return connection
                    .preparedQuery("update sign_in_failures set failures = $2, last_at = $3, blocked_until = $4"
                            + " where subject = $1")
                    .execute(Tuple.of(
                            Opaque.hash(subject),
                            failures,
                            SqlTime.at(now),
                            SqlTime.at(now.plus(delays.after(failures)))))
                    .replaceWith(Duration.ZERO);
        });
    }

    private static Uni<Count> locked(SqlConnection connection, String subject, Instant now) {
        var sql = """
                insert into sign_in_failures as known (subject, failures, last_at, blocked_until) values ($1, 0, $2, $2)
                on conflict (subject) do update set failures = known.failures
                returning failures, last_at, blocked_until
                """;
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(Opaque.hash(subject), SqlTime.at(now)))
                .map(rows -> {
                    var row = rows.iterator().next();
                    return new Count(
                            row.getInteger("failures"),
                            row.getOffsetDateTime("last_at").toInstant(),
                            row.getOffsetDateTime("blocked_until").toInstant());
                });
    }
}
