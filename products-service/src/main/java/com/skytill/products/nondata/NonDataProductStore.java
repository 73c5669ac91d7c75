package com.skytill.products.nondata;

import com.skytill.platform.list.EntityList;
import com.skytill.products.product.ProductReference;
import com.skytill.products.product.ProductSearch;
import com.skytill.products.product.ProductStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import java.util.List;
import java.util.Optional;

/** The SQL of non-data products. */
@Singleton
final class NonDataProductStore {

    Uni<NonDataProduct> add(NonDataProduct product) {
        return Panache.getSession()
                .flatMap(session ->
                        session.persist(product).chain(session::flush).replaceWith(product));
    }

    /** The product, kept from changing until the transaction ends. */
    Uni<Optional<NonDataProduct>> lock(ProductReference reference) {
        var query = reference.id() == null
                ? "from NonDataProduct where lower(productCode) = lower(:key)"
                : "from NonDataProduct where productId = :key";
        return Panache.getSession()
                .flatMap(session -> session.createQuery(query, NonDataProduct.class)
                        .setParameter("key", reference.key())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** Writes what was changed in the session, so that what the database refuses is known. */
    Uni<Void> flush() {
        return Panache.getSession().flatMap(session -> session.flush());
    }

    /** The products that may be sold, in the order of their IDs; one more than asked for. */
    Uni<List<NonDataProduct>> list(NonDataFilter filter) {
        return EntityList.of(NonDataProduct.class)
                .where("productId > :after", "after", filter.page().afterId())
                .where("status = :status", "status", ProductStatus.ACTIVE)
                .where("groupId = :groupId", "groupId", filter.groupId())
                .where("typeId = :typeId", "typeId", filter.typeId())
                .where(ProductSearch.CONDITION, "search", ProductSearch.pattern(filter.search()))
                .inOrderOf("productId", filter.page().limit() + 1);
    }
}
