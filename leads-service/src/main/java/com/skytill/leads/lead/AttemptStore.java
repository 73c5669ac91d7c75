package com.skytill.leads.lead;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The SQL of attempts to convert leads. They must outlive the update that makes them when it is rolled back, so each statement is
 * a transaction of its own, beside the update's; whoever calls has locked the lead.
 */
@Singleton
final class AttemptStore {

    private final Pool pool;

    AttemptStore(@ReactiveDataSource("attempts") Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<Attempt>> find(long leadId) {
        return pool.preparedQuery("select * from lead_conversions where lead_id = $1")
                .execute(Tuple.of(leadId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(map(rows.iterator().next())));
    }

    /** Keeps it, over an earlier one of the lead. */
    Uni<Attempt> keep(Attempt attempt) {
        var sql = """
                insert into lead_conversions (lead_id, idempotency_key, client_id, parameters, started_at)
                values ($1, $2, $3, $4, $5)
                on conflict (lead_id) do update set (idempotency_key, client_id, parameters, started_at,
                        customer_update_id)
                    = (excluded.idempotency_key, excluded.client_id, excluded.parameters,
                        excluded.started_at, null)""";
        return pool.preparedQuery(sql)
                .execute(Tuple.of(
                        attempt.leadId(),
                        attempt.key(),
                        attempt.clientId(),
                        encode(attempt.customer()),
                        OffsetDateTime.ofInstant(attempt.startedAt(), ZoneOffset.UTC)))
                .replaceWith(attempt);
    }

    /** Notes the update in which the customer waits for review. */
    Uni<Void> waits(long leadId, long customerUpdateId) {
        return pool.preparedQuery("update lead_conversions set customer_update_id = $2 where lead_id = $1")
                .execute(Tuple.of(leadId, customerUpdateId))
                .replaceWithVoid();
    }

    /** Forgets an attempt that added nothing. */
    Uni<Void> forget(long leadId) {
        return pool.preparedQuery("delete from lead_conversions where lead_id = $1")
                .execute(Tuple.of(leadId))
                .replaceWithVoid();
    }

    /** Ends the attempt in the transaction of the session, together with whatever wins its lead. */
    Uni<Void> end(long leadId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("delete from lead_conversions where lead_id = :leadId")
                        .setParameter("leadId", leadId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Since when the lead is being converted, if it is. */
    Uni<Optional<Instant>> startedAt(long leadId) {
        return find(leadId).map(found -> found.map(Attempt::startedAt));
    }

    private static Attempt map(Row row) {
        return new Attempt(
                row.getLong("lead_id"),
                row.getString("idempotency_key"),
                row.getString("client_id"),
                decode(row.getString("parameters")),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getLong("customer_update_id"));
    }

    private static String encode(Map<String, String> parameters) {
        var json = new JsonObject();
        parameters.forEach(json::put);
        return json.encode();
    }

    /** In the order of their names, as they were. */
    private static Map<String, String> decode(String json) {
        var parameters = new TreeMap<String, String>();
        new JsonObject(json).forEach(entry -> parameters.put(entry.getKey(), (String) entry.getValue()));
        return parameters;
    }
}
