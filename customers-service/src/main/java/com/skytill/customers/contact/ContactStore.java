package com.skytill.customers.contact;

import com.skytill.platform.list.EntityList;
import com.skytill.platform.list.PageRequest;
import com.skytill.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import java.util.List;
import java.util.regex.Pattern;

/** The SQL of contacts. Whoever changes one locks its customer first, so that two never uncover a rule together. */
@Singleton
final class ContactStore {

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    Uni<Contact> add(Contact contact) {
        return Panache.getSession()
                .flatMap(session ->
                        session.persist(contact).chain(session::flush).replaceWith(contact));
    }

    Uni<Void> remove(Contact contact) {
        return Panache.getSession().flatMap(session -> session.remove(contact).chain(session::flush));
    }

    /** The customer with that ID or accounting code; fails when there is none. */
    Uni<CustomerSelf> customer(String reference) {
        boolean id = ID.matcher(reference).matches();
        String sql = "select customer_id from customers where "
                + (id ? "customer_id = :key" : "lower(accounting_code) = lower(:key)");
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Long.class)
                        .setParameter("key", id ? (Object) Long.valueOf(reference) : reference)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("customer"))
                .flatMap(customerId ->
                        Panache.getSession().flatMap(session -> session.find(CustomerSelf.class, customerId)));
    }

    /** A customer's contacts in the order in which they were added, itself first: one row more than asked for. */
    Uni<List<Contact>> page(long customerId, PageRequest page) {
        return EntityList.of(Contact.class)
                .where("customerId = :customerId", "customerId", customerId)
                .where("contactId > :after", "after", page.afterId())
                .inOrderOf("contactId", page.limit() + 1);
    }

    /** The contact's customer with all of its contacts, locked until the transaction ends, as they are then. */
    Uni<Contacts> lockAround(long contactId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select customer_id from customer_contacts where contact_id = :key", Long.class)
                        .setParameter("key", contactId)
                        .getSingleResultOrNull()
                        .onItem()
                        .ifNull()
                        .failWith(() -> ProblemException.notFound("contact"))
                        .flatMap(customerId -> lock(session, customerId)));
    }

    private static Uni<Contacts> lock(Mutiny.Session session, long customerId) {
        return session.find(CustomerSelf.class, customerId, LockModeType.PESSIMISTIC_WRITE)
                .flatMap(customer -> session.createQuery("from Contact where customerId = :customerId", Contact.class)
                        .setParameter("customerId", customerId)
                        .getResultList()
                        .map(all -> new Contacts(customer, all)));
    }
}
