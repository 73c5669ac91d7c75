package com.skytill.customers.group;

import com.skytill.platform.list.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.List;

/** The SQL of customer groups. */
@Singleton
final class CustomerGroupStore {

    Uni<CustomerGroup> add(CustomerGroup group) {
        return Panache.getSession().flatMap(session -> session.persist(group).replaceWith(group));
    }

    /** Whether a group has that name, in whatever case. */
    Uni<Boolean> hasName(String name) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "select count(*) > 0 from CustomerGroup where lower(name) = lower(:name)",
                                Boolean.class)
                        .setParameter("name", name)
                        .getSingleResult());
    }

    /** One row more than asked for. */
    Uni<List<CustomerGroup>> list(PageRequest page) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "from CustomerGroup where customerGroupId > :after order by customerGroupId",
                                CustomerGroup.class)
                        .setParameter("after", page.afterId())
                        .setMaxResults(page.limit() + 1)
                        .getResultList());
    }
}
