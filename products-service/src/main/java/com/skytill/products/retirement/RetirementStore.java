package com.skytill.products.retirement;

import com.skytill.products.product.ProductReference;
import com.skytill.products.product.ProductStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;

import java.time.Instant;
import java.util.Optional;

/** The SQL of retiring products, of whichever sort they are. */
@Singleton
final class RetirementStore {

    /** The product, kept from changing until the transaction ends: of two who retire it at once, the second finds it retired. */
    Uni<Optional<SoldProduct>> lock(ProductReference reference) {
        return lock(reference, ProductSort.DATA)
                .flatMap(found ->
                        found.isPresent() ? Uni.createFrom().item(found) : lock(reference, ProductSort.NON_DATA));
    }

    Uni<Void> retire(SoldProduct product, Instant at) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "update " + product.sort().table()
                                        + " set status = 'RETIRED', retired_at = cast(:at as timestamptz) where product_id = :id")
                        .setParameter("at", at)
                        .setParameter("id", product.productId())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Optional<SoldProduct>> lock(ProductReference reference, ProductSort sort) {
        var condition = reference.id() == null ? "lower(product_code) = lower(:key)" : "product_id = :key";
        var sql = "select product_id, product_code, name, status from " + sort.table() + " where " + condition
                + " for no key update";
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("key", reference.key())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(found -> map(found, sort)));
    }

    private static SoldProduct map(Tuple row, ProductSort sort) {
        return new SoldProduct(
                row.get("product_id", Long.class),
                row.get("product_code", String.class),
                row.get("name", String.class),
                sort,
                ProductStatus.valueOf(row.get("status", String.class)));
    }
}
