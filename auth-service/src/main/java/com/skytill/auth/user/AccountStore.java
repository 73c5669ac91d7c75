package com.skytill.auth.user;

import com.skytill.platform.caller.Permission;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The SQL of users for those who keep them; all in the session of the caller's transaction. */
@Singleton
final class AccountStore {

    private static final String COLUMNS =
            "user_id, username, name, email," + " array_to_string(permissions, ' ') as codes, active, created_at";

    Uni<Optional<Account>> find(long userId) {
        return one("select " + COLUMNS + " from users where user_id = :key", userId);
    }

    Uni<Optional<Account>> find(String username) {
        return one("select " + COLUMNS + " from users where lower(username) = lower(:key)", username);
    }

    /** The user as it is now, kept from changing until the transaction ends. */
    Uni<Account> lock(long userId) {
        // Not "for update": tokens that are given meanwhile refer to the row.
        return one("select " + COLUMNS + " from users where user_id = :key for no key update", userId)
                .map(Optional::orElseThrow);
    }

    /** The same, while the proof of being that user holds. */
    Uni<Optional<Account>> lock(Proof proof) {
        var sql = "select " + COLUMNS + " from users"
                + " where user_id = :key and password_hash = :hash and active for no key update";
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("key", proof.userId())
                        .setParameter("hash", proof.passwordHash())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(AccountStore::map));
    }

    /** Those who can keep users, kept from changing until the transaction ends; in a fixed order, against deadlocks. */
    Uni<List<Long>> lockAdministrators() {
        var sql = """
                select user_id from users where active and :permission = any (permissions)
                order by user_id for no key update
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Long.class)
                        .setParameter("permission", Permission.SYSTEM_WRITE.code())
                        .getResultList());
    }

    Uni<Account> add(NewUser user, String passwordHash, Instant createdAt) {
        var sql = """
                insert into users (username, name, email, password_hash, permissions, created_at)
                values (:username, :name, cast(:email as text), :passwordHash, string_to_array(:codes, ' '),
                    cast(:createdAt as timestamptz))
                returning\s""" + COLUMNS;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("username", user.username())
                        .setParameter("name", user.name())
                        .setParameter("email", user.email())
                        .setParameter("passwordHash", passwordHash)
                        .setParameter("codes", codes(user.permissions()))
                        .setParameter("createdAt", createdAt)
                        .getSingleResult())
                .map(AccountStore::map);
    }

    /** Writes the user as it has become; a null hash leaves the password as it is. */
    Uni<Account> update(Account changed, String passwordHash) {
        var user = changed.user();
        var sql = """
                update users set name = :name, email = cast(:email as text), permissions = string_to_array(:codes, ' '),
                    active = :active, password_hash = coalesce(cast(:passwordHash as text), password_hash)
                where user_id = :userId
                returning\s""" + COLUMNS;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("name", user.name())
                        .setParameter("email", user.email())
                        .setParameter("codes", codes(user.permissions()))
                        .setParameter("active", user.active())
                        .setParameter("passwordHash", passwordHash)
                        .setParameter("userId", user.userId())
                        .getSingleResult())
                .map(AccountStore::map);
    }

    /** One row more than asked for, in the order of the IDs. */
    Uni<List<Account>> list(UserFilter filter) {
        var sql = "select " + COLUMNS + """
                 from users
                where user_id > :after
                and (cast(:search as text) is null
                    or position(lower(:search) in lower(concat_ws(' ', username, name, email))) > 0)
                and (cast(:active as boolean) is null or active = :active)
                order by user_id limit :rows
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("after", filter.page().afterId())
                        .setParameter("search", filter.search())
                        .setParameter("active", filter.active())
                        .setParameter("rows", filter.page().limit() + 1)
                        .getResultList())
                .map(rows -> rows.stream().map(AccountStore::map).toList());
    }

    private static Uni<Optional<Account>> one(String sql, Object key) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("key", key)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(AccountStore::map));
    }

    private static String codes(Set<Permission> permissions) {
        return permissions.stream().map(Permission::code).collect(Collectors.joining(" "));
    }

    private static Account map(Tuple row) {
        var user = new User(
                row.get("user_id", Long.class),
                row.get("username", String.class),
                row.get("name", String.class),
                row.get("email", String.class),
                Permission.ofCodes(Arrays.asList(row.get("codes", String.class).split(" "))),
                row.get("active", Boolean.class));
        return new Account(user, row.get("created_at", OffsetDateTime.class).toInstant());
    }
}
