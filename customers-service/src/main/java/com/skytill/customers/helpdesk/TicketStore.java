package com.skytill.customers.helpdesk;

import com.skytill.platform.list.EntityList;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The SQL of tickets. */
@Singleton
final class TicketStore {

    // Tickets are in the order of time, which from and to are ranges of: no filter makes a page read more than its
    // rows.
    private static final String AFTER =
            "(createdAt, ticketId) > (select t.createdAt, t.ticketId from Ticket t where t.ticketId = :after)";

    Uni<Ticket> add(Ticket ticket) {
        return Panache.getSession().flatMap(session -> session.persist(ticket).replaceWith(ticket));
    }

    /** Writes a changed ticket, and what changed. */
    Uni<Void> change(List<TicketChange> changes) {
        return Panache.getSession()
                .flatMap(session -> session.persistAll(changes.toArray()).chain(session::flush));
    }

    Uni<Optional<Ticket>> find(long ticketId) {
        return Panache.getSession()
                .flatMap(session -> session.find(Ticket.class, ticketId))
                .map(Optional::ofNullable);
    }

    /** The ticket as it is after all who changed it before, locked until the transaction ends. */
    Uni<Optional<Ticket>> lockToChange(long ticketId) {
        return lock(ticketId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The ticket, locked against change until the transaction ends. */
    Uni<Optional<Ticket>> lockToReply(long ticketId) {
        return lock(ticketId, LockModeType.PESSIMISTIC_READ);
    }

    Uni<Boolean> hasCustomer(long customerId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select exists (select from customers where customer_id = :customerId)", Boolean.class)
                        .setParameter("customerId", customerId)
                        .getSingleResult());
    }

    /** One row more than asked for, in the order of time. */
    Uni<List<Ticket>> list(TicketFilter filter) {
        var page = filter.page();
        return EntityList.of(Ticket.class)
                .where(AFTER, "after", page.after() == null ? null : page.afterId())
                .where("status = :status", "status", filter.status())
                .where("departmentId = :departmentId", "departmentId", filter.departmentId())
                .where("lower(assignee) = lower(:assignee)", "assignee", filter.assignee())
                .where("priority = :priority", "priority", filter.priority())
                .where("customerId = :customerId", "customerId", filter.customerId())
                .where("leadId = :leadId", "leadId", filter.leadId())
                .where("subjectLower like lower(:pattern) escape '\\'", "pattern", filter.pattern())
                .where("createdAt >= :from", "from", filter.from())
                .where("createdAt < :to", "to", filter.to())
                .inOrderOf("createdAt, ticketId", page.limit() + 1);
    }

    /** How many tickets there are of each status that has some; null means of any department, of anybody. */
    Uni<Map<TicketStatus, Long>> counts(Long departmentId, String assignee) {
        String query = "select status, count(*) from Ticket where 1 = 1"
                + (departmentId == null ? "" : " and departmentId = :departmentId")
                + (assignee == null ? "" : " and lower(assignee) = lower(:assignee)") + " group by status";
        return Panache.getSession()
                .flatMap(session -> {
                    var counts = session.createQuery(query, Object[].class);
                    if (departmentId != null) {
                        counts.setParameter("departmentId", departmentId);
                    }
                    if (assignee != null) {
                        counts.setParameter("assignee", assignee);
                    }
                    return counts.getResultList();
                })
                .map(rows ->
                        rows.stream().collect(Collectors.toMap(row -> (TicketStatus) row[0], row -> (Long) row[1])));
    }

    private static Uni<Optional<Ticket>> lock(long ticketId, LockModeType mode) {
        return Panache.getSession()
                .flatMap(session -> session.find(Ticket.class, ticketId, mode))
                .map(Optional::ofNullable);
    }
}
