package com.skytill.leads.lead;

import com.skytill.platform.list.EntityList;
import com.skytill.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import java.util.List;
import java.util.Optional;

/** The SQL of sales leads. */
@Singleton
final class LeadStore {

    /** As many possible duplicates as a person looks at. */
    private static final int DUPLICATES = 10;

    Uni<Lead> add(Lead lead) {
        return Panache.getSession()
                .flatMap(session -> session.persist(lead).chain(session::flush).replaceWith(lead));
    }

    Uni<Optional<Lead>> find(long leadId) {
        return Panache.getSession()
                .flatMap(session -> session.find(Lead.class, leadId))
                .map(Optional::ofNullable);
    }

    /** The lead, kept from changing until the transaction ends; fails with {@code not_found} when there is none. */
    Uni<Lead> lock(long leadId) {
        return Panache.getSession()
                .flatMap(session -> session.find(Lead.class, leadId, LockModeType.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("lead"));
    }

    /** Writes the changes of a lead that was locked. */
    Uni<Lead> flush(Lead lead) {
        return Panache.getSession().flatMap(session -> session.flush()).replaceWith(lead);
    }

    /** Leads with the same phone number or e-mail address, however they are written. */
    Uni<List<Lead>> duplicates(String phone, String email) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "from Lead where phoneKey = function(phone_key as String, :phone)"
                                        + " or emailLower = lower(:email) order by leadId",
                                Lead.class)
                        .setParameter("phone", phone)
                        .setParameter("email", email)
                        .setMaxResults(DUPLICATES)
                        .getResultList());
    }

    /** One row more than asked for, in the order of the IDs. */
    Uni<List<Lead>> list(LeadFilter filter) {
        var search = filter.search();
        return EntityList.of(Lead.class)
                .where("leadId > :after", "after", filter.page().afterId())
                .where("status = :status", "status", filter.status())
                .where("lower(source) = lower(:source)", "source", filter.source())
                .where("lower(assignee) = lower(:assignee)", "assignee", filter.assignee())
                .where("createdAt >= :from", "from", filter.from())
                .where("createdAt < :to", "to", filter.to())
                .where(search == null ? "" : search.condition(), "search", search == null ? null : search.pattern())
                .inOrderOf("leadId", filter.page().limit() + 1);
    }
}
