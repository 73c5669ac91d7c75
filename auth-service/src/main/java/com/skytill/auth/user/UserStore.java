package com.skytill.auth.user;

import com.skytill.platform.caller.Permission;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.util.Arrays;
import java.util.Optional;

/** The SQL of users. */
@Singleton
final class UserStore {

    private static final String COLUMNS = "user_id, username, name, email, permissions, active, password_hash";

    private final Pool pool;

    UserStore(Pool pool) {
        this.pool = pool;
    }

    record WithPassword(User user, String passwordHash) {}

    Uni<Optional<WithPassword>> find(String username) {
        return one("select " + COLUMNS + " from users where lower(username) = lower($1)", username);
    }

    Uni<Optional<WithPassword>> find(long userId) {
        return one("select " + COLUMNS + " from users where user_id = $1", userId);
    }

    private Uni<Optional<WithPassword>> one(String sql, Object key) {
        return pool.preparedQuery(sql).execute(Tuple.of(key)).map(rows -> {
            var iterator = rows.iterator();
            return iterator.hasNext() ? Optional.of(map(iterator.next())) : Optional.empty();
        });
    }

    private static WithPassword map(Row row) {
        var user = new User(
                row.getLong("user_id"),
                row.getString("username"),
                row.getString("name"),
                row.getString("email"),
                Permission.ofCodes(Arrays.asList(row.getArrayOfStrings("permissions"))),
                row.getBoolean("active"));
        return new WithPassword(user, row.getString("password_hash"));
    }
}
