package com.skytill.vouchers.product;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The SQL of the product terms' replica. */
@Singleton
final class TermsStore {

    private static final String COLUMNS =
            "product_id, product_code, name, kind, status, price, download_kbps, upload_kbps,"
                    + " data_cap, capped_download_kbps, capped_upload_kbps, time_quota_seconds, validity_seconds, validity_starts,"
                    + " max_devices";

    /** The terms of the product with that ID or code, in the session of the caller. */
    Uni<Optional<ProductTerms>> find(String reference) {
        var byId = reference.matches("\\d{1,18}");
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

    /** How far the replica has got, read in the session of the caller. */
    Uni<Long> changedSince() {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select changed_since from replicas where name = 'products'", Long.class)
                        .getSingleResult());
    }

    /** Adds those that are not known yet, in the transaction of the caller's session; known ones are the puller's to change. */
    Uni<Void> addUnknown(List<ProductChanges.Item> items) {
        var sql = "insert into product_terms (" + COLUMNS + ") select " + COLUMNS
                + " from jsonb_populate_recordset(cast(null as product_terms), cast(cast(:items as text) as jsonb)) order by product_id"
                + " on conflict (product_id) do nothing";
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql)
                        .setParameter("items", json(items))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Writes what products-service says now over what it said before. */
    Uni<Void> put(SqlClient client, List<ProductChanges.Item> items) {
        var sql = "insert into product_terms (" + COLUMNS + ") select " + COLUMNS
                + " from jsonb_populate_recordset(null::product_terms, $1::jsonb) order by product_id"
                + " on conflict (product_id) do update set (" + COLUMNS + ") = row(excluded.*)";
        return client.preparedQuery(sql).execute(Tuple.of(array(items))).replaceWithVoid();
    }

    private static String json(List<ProductChanges.Item> items) {
        return array(items).encode();
    }

    private static JsonArray array(List<ProductChanges.Item> items) {
        var array = new JsonArray();
        for (var item : items) {
            array.add(new JsonObject()
                    .put("product_id", item.productId())
                    .put("product_code", item.productCode())
                    .put("name", item.name())
                    .put("kind", item.kind().toUpperCase(Locale.ROOT))
                    .put("status", item.status().toUpperCase(Locale.ROOT))
                    .put("price", item.price().toPlainString())
                    .put("download_kbps", item.downloadKbps())
                    .put("upload_kbps", item.uploadKbps())
                    .put("data_cap", item.dataCapBytes())
                    .put("capped_download_kbps", item.cappedDownloadKbps())
                    .put("capped_upload_kbps", item.cappedUploadKbps())
                    .put("time_quota_seconds", item.timeQuotaSeconds())
                    .put("validity_seconds", item.validitySeconds())
                    .put("validity_starts", upper(item.validityStarts()))
                    .put("max_devices", item.maxDevices()));
        }
        return array;
    }

    private static String upper(String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }
}
