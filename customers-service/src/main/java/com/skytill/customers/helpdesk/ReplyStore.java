package com.skytill.customers.helpdesk;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.List;

/** The SQL of what was said and done on a ticket. */
@Singleton
final class ReplyStore {

    Uni<Reply> add(Reply reply) {
        return Panache.getSession().flatMap(session -> session.persist(reply).replaceWith(reply));
    }

    /** So many of a ticket's last replies before that one, the last one first. */
    Uni<List<Reply>> replies(long ticketId, long before, boolean internalToo, int rows) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "from Reply where ticketId = :ticketId and replyId < :before"
                                        + (internalToo ? "" : " and internal = false") + " order by replyId desc",
                                Reply.class)
                        .setParameter("ticketId", ticketId)
                        .setParameter("before", before)
                        .setMaxResults(rows)
                        .getResultList());
    }

    /** What changed a ticket from one version to another, both included, in the order of time. */
    Uni<List<TicketChange>> changes(long ticketId, int from, int to) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "from TicketChange where ticketId = :ticketId and version between :from and :to"
                                        + " order by version, changeId",
                                TicketChange.class)
                        .setParameter("ticketId", ticketId)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .getResultList());
    }
}
