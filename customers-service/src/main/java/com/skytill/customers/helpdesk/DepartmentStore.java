package com.skytill.customers.helpdesk;

import com.skytill.platform.list.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import java.util.List;
import java.util.Optional;

/** The SQL of departments. */
@Singleton
final class DepartmentStore {

    Uni<Department> add(Department department) {
        return Panache.getSession()
                .flatMap(session -> session.persist(department).replaceWith(department));
    }

    /** Writes a department's changes, so that what they break is told now. */
    Uni<Void> flush() {
        return Panache.getSession().flatMap(session -> session.flush());
    }

    /** The department, locked against others who change it until the transaction ends. */
    Uni<Optional<Department>> lockToChange(long departmentId) {
        return lock(departmentId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The department, locked against change until the transaction ends: its members stay so. */
    Uni<Optional<Department>> lockToUse(long departmentId) {
        return lock(departmentId, LockModeType.PESSIMISTIC_READ);
    }

    /** Whether another department has that name, in whatever case. */
    Uni<Boolean> hasName(String name, long exceptId) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "select count(*) > 0 from Department"
                                        + " where lower(name) = lower(:name) and departmentId <> :exceptId",
                                Boolean.class)
                        .setParameter("name", name)
                        .setParameter("exceptId", exceptId)
                        .getSingleResult());
    }

    /** How many tickets of the department somebody works on. */
    Uni<Long> ticketsInWork(long departmentId, String assignee) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "select count(*) from Ticket where departmentId = :departmentId"
                                        + " and lower(assignee) = lower(:assignee) and status in (:inWork)",
                                Long.class)
                        .setParameter("departmentId", departmentId)
                        .setParameter("assignee", assignee)
                        .setParameter("inWork", TicketStatus.IN_WORK)
                        .getSingleResult());
    }

    /** One row more than asked for. */
    Uni<List<Department>> list(PageRequest page) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "from Department where departmentId > :after order by departmentId", Department.class)
                        .setParameter("after", page.afterId())
                        .setMaxResults(page.limit() + 1)
                        .getResultList());
    }

    private static Uni<Optional<Department>> lock(long departmentId, LockModeType mode) {
        return Panache.getSession()
                .flatMap(session -> session.find(Department.class, departmentId, mode))
                .map(Optional::ofNullable);
    }
}
