package com.skytill.products.classification;

import com.skytill.platform.list.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.List;

/** The SQL of product groups and types: how products are sorted for people. */
@Singleton
final class ClassificationStore {

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
}
