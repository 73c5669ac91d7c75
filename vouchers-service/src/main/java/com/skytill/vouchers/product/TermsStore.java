package com.skytill.vouchers.product;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The SQL of the product terms' replica. */
@Singleton
final class TermsStore {

    private static final List<String> COLUMNS = List.of(
            "product_id",
            "product_code",
            "name",
            "kind",
            "status",
            "price",
            "download_kbps",
            "upload_kbps",
            "data_cap",
            "capped_download_kbps",
            "capped_upload_kbps",
            "time_quota_seconds",
            "validity_seconds",
            "validity_starts",
            "max_devices",
            "fup_speed_limit_policy_id",
            "fup_speed_boost_policy_id",
            "add_overusage_on_topup",
            "rollover_months");

    /**
     * The policies and the terms of a page of {@link TermsPage}: one statement, so that no terms are seen without the policies that
     * they name. A policy never changes, so one that is known is left alone.
     */
    private static final String INSERT = """
            with given as (select cast(cast(%%s as text) as jsonb) as page),
            limits as (
                insert into fup_speed_limit_policies (policy_id, window_seconds, definition)
                select r.policy_id, r.window_seconds, r.definition
                from given, jsonb_populate_recordset(cast(null as fup_speed_limit_policies), page -> 'limits') r
                order by r.policy_id
                on conflict do nothing),
            boosts as (
                insert into fup_speed_boost_policies (policy_id, definition)
                select r.policy_id, r.definition
                from given, jsonb_populate_recordset(cast(null as fup_speed_boost_policies), page -> 'boosts') r
                order by r.policy_id
                on conflict do nothing)
            insert into product_terms (%1$s)
            select %1$s from given, jsonb_populate_recordset(cast(null as product_terms), page -> 'terms')
            order by product_id
            on conflict (product_id)
            """.formatted(String.join(", ", COLUMNS));

    private static final String ADD = INSERT.formatted(":page") + "do nothing";
    private static final String PUT = INSERT.formatted("$1") + "do update set (" + String.join(", ", COLUMNS)
            + ") = row(excluded." + String.join(", excluded.", COLUMNS) + ")";

    /** The terms of the product with that ID or code, in the session of the caller. */
    Uni<Optional<ProductTerms>> find(String reference) {
        var byId = isId(reference);
        var query = "from ProductTerms where " + (byId ? "productId = :key" : "lower(productCode) = :key")
                + " order by status, productId desc";
        return Panache.getSession()
                .flatMap(session -> session.createQuery(query, ProductTerms.class)
                        .setParameter(
                                "key", byId ? (Object) Long.valueOf(reference) : reference.toLowerCase(Locale.ROOT))
                        .setMaxResults(1)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** Whether that is an ID, and no code. */
    static boolean isId(String reference) {
        return reference.matches("\\d{1,18}");
    }

    /** Adds those that are not known yet, in the transaction of the caller's session; known ones are the puller's to change. */
    Uni<Void> addUnknown(List<ProductChanges.Item> items) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(ADD)
                        .setParameter("page", TermsPage.of(items).encode())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Writes what products-service says now over what it said before. */
    Uni<Void> put(SqlClient client, List<ProductChanges.Item> items) {
        return client.preparedQuery(PUT)
                .execute(Tuple.of(TermsPage.of(items).encode()))
                .replaceWithVoid();
    }
}
