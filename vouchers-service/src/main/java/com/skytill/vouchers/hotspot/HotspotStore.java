package com.skytill.vouchers.hotspot;

import com.skytill.platform.list.EntityList;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The SQL of hotspots; all in the session of the caller. */
@Singleton
public final class HotspotStore {

    Uni<Hotspot> add(Hotspot hotspot) {
        return Panache.getSession().flatMap(session -> session.persist(hotspot).replaceWith(hotspot));
    }

    /** The hotspot, locked until the transaction ends. */
    Uni<Optional<Hotspot>> lock(long hotspotId) {
        return Panache.getSession()
                .flatMap(session -> session.find(Hotspot.class, hotspotId, LockModeType.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    /** Writes what has changed. */
    Uni<Void> flush() {
        return Panache.getSession().flatMap(session -> session.flush());
    }

    /** Fails when a hotspot's router calls itself that already. */
    Uni<Void> requireFree(String nasIdentifier) {
        return exists("select exists (select from hotspots where nas_identifier = :key)", nasIdentifier)
                .invoke(taken -> {
                    if (taken) {
                        throw new ProblemException(
                                ProblemCode.ALREADY_EXISTS, "Another hotspot has this nas_identifier already");
                    }
                })
                .replaceWithVoid();
    }

    /** Whether there is a hotspot with that ID. */
    public Uni<Boolean> has(long hotspotId) {
        return exists("select exists (select from hotspots where hotspot_id = :key)", hotspotId);
    }

    /** The hotspots in the order of their IDs. */
    Uni<List<Hotspot>> list(String search, long after, int rows) {
        return EntityList.of(Hotspot.class)
                .where("hotspotId > :after", "after", after)
                .where(
                        "locate(lower(:search), lower(name || ' ' || nasIdentifier || ' ' || coalesce(address, ''))) > 0",
                        "search",
                        search)
                .inOrderOf("hotspotId", rows);
    }

    /** How many sessions are online at these routers, by their NAS-Identifiers; those without one are left out. */
    Uni<Map<String, Long>> online(List<String> nasIdentifiers, Instant heardSince) {
        var sql = """
                select nas_identifier as nas, count(*) as online from radius_sessions
                where ended_at is null and started_at is not null and heard_at > :since
                and nas_identifier in (:identifiers)
                group by nas_identifier
                """;
        if (nasIdentifiers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("since", heardSince)
                        .setParameter("identifiers", nasIdentifiers)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.get("nas", String.class), row -> row.get("online", Long.class))));
    }

    private static Uni<Boolean> exists(String sql, Object key) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Boolean.class)
                        .setParameter("key", key)
                        .getSingleResult());
    }
}
