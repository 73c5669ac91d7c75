package com.skytill.products.product;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.List;

/** The SQL of data products. */
@Singleton
final class ProductStore {

    Uni<DataProduct> add(DataProduct product) {
        return Panache.getSession().flatMap(session -> session.persist(product).replaceWith(product));
    }

    /** Whether that code is taken, in whatever case. */
    Uni<Boolean> hasCode(String productCode) {
        return exists("select exists (select from data_products where lower(product_code) = lower(:key))", productCode);
    }

    Uni<Boolean> hasGroup(long groupId) {
        return exists("select exists (select from product_groups where group_id = :key)", groupId);
    }

    Uni<Boolean> hasType(long typeId) {
        return exists("select exists (select from product_types where type_id = :key)", typeId);
    }

    Uni<Boolean> hasSpeedLimitPolicy(long policyId) {
        return exists("select exists (select from fup_speed_limit_policies where policy_id = :key)", policyId);
    }

    Uni<Boolean> hasSpeedBoostPolicy(long policyId) {
        return exists("select exists (select from fup_speed_boost_policies where policy_id = :key)", policyId);
    }

    /** The number below which no change is still under way. */
    Uni<Long> changedThrough() {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)",
                                Long.class)
                        .getSingleResult());
    }

    /** The products in the order of their IDs, those below the change number {@code through} only. */
    Uni<List<DataProduct>> list(ProductFilter filter, long through) {
        var sql = """
                select * from data_products
                where product_id > :after
                and (cast(:kind as text) is null or kind = :kind)
                and (cast(:groupId as bigint) is null or group_id = :groupId)
                and (cast(:typeId as bigint) is null or type_id = :typeId)
                and (cast(:search as text) is null or position(lower(:search) in lower(name)) > 0
                    or position(lower(:search) in lower(product_code)) > 0)
                and case when cast(:since as bigint) is null then status = 'ACTIVE'
                    else change_number >= :since and change_number < :through end
                order by product_id
                limit :rows
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, DataProduct.class)
                        .setParameter("after", filter.page().afterId())
                        .setParameter(
                                "kind",
                                filter.kind() == null ? null : filter.kind().name())
                        .setParameter("groupId", filter.groupId())
                        .setParameter("typeId", filter.typeId())
                        .setParameter("search", filter.search())
                        .setParameter("since", filter.changedSince())
                        .setParameter("through", through)
                        .setParameter("rows", filter.page().limit() + 1)
                        .getResultList());
    }

    private static Uni<Boolean> exists(String sql, Object key) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Boolean.class)
                        .setParameter("key", key)
                        .getSingleResult());
    }
}
