package com.skytill.products.classification;

import com.skytill.platform.list.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.List;

/** The SQL of product groups and types: how products are sorted for people. */
@Singleton
final class ClassificationStore {

    Uni<ProductGroup> add(ProductGroup group) {
        return Panache.getSession().flatMap(session -> session.persist(group).replaceWith(group));
    }

    Uni<ProductType> add(ProductType type) {
        return Panache.getSession().flatMap(session -> session.persist(type).replaceWith(type));
    }

    /** Whether a group has that name, in whatever case. */
    Uni<Boolean> hasGroupName(String name) {
        return exists("select exists (select from product_groups where lower(name) = lower(:key))", name);
    }

    /** Whether a type has that name, in whatever case. */
    Uni<Boolean> hasTypeName(String name) {
        return exists("select exists (select from product_types where lower(name) = lower(:key))", name);
    }

    Uni<Boolean> hasGroup(long groupId) {
        return exists("select exists (select from product_groups where group_id = :key)", groupId);
    }

    Uni<Boolean> hasType(long typeId) {
        return exists("select exists (select from product_types where type_id = :key)", typeId);
    }

    /** One row more than asked for. */
    Uni<List<GroupView>> groups(PageRequest page) {
        return rows("from ProductGroup where groupId > :after order by groupId", ProductGroup.class, page)
                .map(rows -> rows.stream()
                        .map(row -> new GroupView(row.groupId, row.name))
                        .toList());
    }

    /** One row more than asked for. */
    Uni<List<TypeView>> types(PageRequest page) {
        return rows("from ProductType where typeId > :after order by typeId", ProductType.class, page)
                .map(rows -> rows.stream()
                        .map(row -> new TypeView(row.typeId, row.name))
                        .toList());
    }

    private static <T> Uni<List<T>> rows(String query, Class<T> type, PageRequest page) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(query, type)
                        .setParameter("after", page.afterId())
                        .setMaxResults(page.limit() + 1)
                        .getResultList());
    }

    private static Uni<Boolean> exists(String sql, Object key) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Boolean.class)
                        .setParameter("key", key)
                        .getSingleResult());
    }
}
