package com.skytill.customers.billing;

import com.skytill.platform.list.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.List;

/** The SQL of billing groups. */
@Singleton
final class BillingGroupStore {

    Uni<BillingGroup> add(BillingGroup group) {
        return Panache.getSession().flatMap(session -> session.persist(group).replaceWith(group));
    }

    /** Whether a group has that name, in whatever case. */
    Uni<Boolean> hasName(String name) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "select count(*) > 0 from BillingGroup where lower(name) = lower(:name)", Boolean.class)
                        .setParameter("name", name)
                        .getSingleResult());
    }

    /** One row more than asked for. */
    Uni<List<BillingGroup>> list(PageRequest page) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "from BillingGroup where billingGroupId > :after order by billingGroupId",
                                BillingGroup.class)
                        .setParameter("after", page.afterId())
                        .setMaxResults(page.limit() + 1)
                        .getResultList());
    }
}
