package com.skytill.products.fup;

import com.skytill.platform.list.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.Collection;
import java.util.List;

/** The SQL of fair-use policies. */
@Singleton
final class FupStore {

    <T> Uni<T> add(T policy) {
        return Panache.getSession().flatMap(session -> session.persist(policy).replaceWith(policy));
    }

    Uni<Boolean> hasSpeedLimitPolicy(String name) {
        return exists("select exists (select from fup_speed_limit_policies where lower(name) = lower(:name))", name);
    }

    Uni<Boolean> hasSpeedBoostPolicy(String name) {
        return exists("select exists (select from fup_speed_boost_policies where lower(name) = lower(:name))", name);
    }

    Uni<List<SpeedLimitPolicy>> speedLimitPolicies(Collection<Long> ids) {
        return byIds("from SpeedLimitPolicy where policyId in :ids", SpeedLimitPolicy.class, ids);
    }

    Uni<List<SpeedBoostPolicy>> speedBoostPolicies(Collection<Long> ids) {
        return byIds("from SpeedBoostPolicy where policyId in :ids", SpeedBoostPolicy.class, ids);
    }

    /** One row more than asked for. */
    Uni<List<SpeedLimitPolicy>> speedLimitPolicies(PageRequest page) {
        return page("from SpeedLimitPolicy where policyId > :after order by policyId", SpeedLimitPolicy.class, page);
    }

    /** One row more than asked for. */
    Uni<List<SpeedBoostPolicy>> speedBoostPolicies(PageRequest page) {
        return page("from SpeedBoostPolicy where policyId > :after order by policyId", SpeedBoostPolicy.class, page);
    }

    private static <T> Uni<List<T>> byIds(String query, Class<T> type, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .flatMap(session -> session.createQuery(query, type)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    private static <T> Uni<List<T>> page(String query, Class<T> type, PageRequest page) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(query, type)
                        .setParameter("after", page.afterId())
                        .setMaxResults(page.limit() + 1)
                        .getResultList());
    }

    private static Uni<Boolean> exists(String sql, String name) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Boolean.class)
                        .setParameter("name", name)
                        .getSingleResult());
    }
}
