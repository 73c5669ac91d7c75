package com.skytill.auth.user;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;

/** The SQL that ends what a user has running, wherever it is kept. */
@Singleton
final class CredentialStore {

    // What turns into something else goes first, so that what it turned into meanwhile is found by a later statement.
    private static final List<String> ENDS = List.of(
            "delete from sso_tokens where user_id = :userId",
            "delete from browser_sessions where user_id = :userId",
            "delete from authorization_codes where user_id = :userId");

    private static final List<String> REVOCATIONS = List.of(
            "update grants set revoked_at = :now where user_id = :userId and revoked_at is null",
            "update access_tokens set revoked_at = :now where user_id = :userId and revoked_at is null");

    /** Ends all of the user's codes, links, browser sessions, grants and access tokens, in the session's transaction. */
    Uni<Void> endAll(long userId, Instant now) {
        var done = Uni.createFrom().voidItem();
        for (var sql : ENDS) {
            done = done.chain(() -> Panache.getSession())
                    .flatMap(session -> session.createNativeQuery(sql)
                            .setParameter("userId", userId)
                            .executeUpdate())
                    .replaceWithVoid();
        }
        for (var sql : REVOCATIONS) {
            done = done.chain(() -> Panache.getSession())
                    .flatMap(session -> session.createNativeQuery(sql)
                            .setParameter("userId", userId)
                            .setParameter("now", now)
                            .executeUpdate())
                    .replaceWithVoid();
        }
        return done;
    }
}
