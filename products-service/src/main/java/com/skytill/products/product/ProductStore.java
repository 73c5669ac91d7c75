package com.skytill.products.product;

import com.skytill.platform.list.EntityList;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import java.util.List;
import java.util.Optional;

/** The SQL of data products. */
@Singleton
final class ProductStore {

    Uni<DataProduct> add(DataProduct product) {
        return Panache.getSession().flatMap(session -> session.persist(product).replaceWith(product));
    }

    /** The product, kept from changing until the transaction ends. */
    Uni<Optional<DataProduct>> lock(ProductReference reference) {
        var query = reference.id() == null
                ? "from DataProduct where lower(productCode) = lower(:key)"
                : "from DataProduct where productId = :key";
        return Panache.getSession()
                .flatMap(session -> session.createQuery(query, DataProduct.class)
                        .setParameter("key", reference.key())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** Writes what was changed in the session, so that what the database refuses is known. */
    Uni<Void> flush() {
        return Panache.getSession().flatMap(session -> session.flush());
    }

    /** The number below which no change is still under way. */
    Uni<Long> changedThrough() {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)",
                                Long.class)
                        .getSingleResult());
    }

    /** The products in the order of their IDs: those that may be sold, or what changed below {@code through}. */
    Uni<List<DataProduct>> list(ProductFilter filter, long through) {
        boolean replica = filter.changedSince() != null;
        return EntityList.of(DataProduct.class)
                .where("productId > :after", "after", filter.page().afterId())
                .where("kind = :kind", "kind", filter.kind())
                .where("groupId = :groupId", "groupId", filter.groupId())
                .where("typeId = :typeId", "typeId", filter.typeId())
                .where(ProductSearch.CONDITION, "search", ProductSearch.pattern(filter.search()))
                .where("status = :status", "status", replica ? null : ProductStatus.ACTIVE)
                .where("changeNumber >= :since", "since", filter.changedSince())
                .where("changeNumber < :through", "through", replica ? through : null)
                .inOrderOf("productId", filter.page().limit() + 1);
    }
}
