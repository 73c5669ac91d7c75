package com.skytill.vouchers.topup;

import com.skytill.platform.list.EntityList;
import com.skytill.platform.list.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;

/** The SQL of top-up types; in the session of the caller. */
@Singleton
final class TopupTypeStore {

    Uni<TopupType> add(TopupType type) {
        return Panache.getSession()
                .flatMap(session -> session.persist(type).call(session::flush).replaceWith(type));
    }

    Uni<Boolean> hasName(String name) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "select count(*) from TopupType where lower(name) = lower(:name)", Long.class)
                        .setParameter("name", name)
                        .getSingleResult())
                .map(count -> count > 0);
    }

    Uni<Optional<TopupType>> find(long topupTypeId) {
        return Panache.getSession()
                .flatMap(session -> session.find(TopupType.class, topupTypeId))
                .map(Optional::ofNullable);
    }

    Uni<List<TopupType>> list(PageRequest page) {
        return EntityList.of(TopupType.class)
                .where("topupTypeId > :after", "after", page.afterId())
                .inOrderOf("topupTypeId", page.limit() + 1);
    }
}
