package com.skytill.customers.customer;

import com.skytill.platform.list.EntityList;
import com.skytill.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The SQL of customers. */
@Singleton
final class CustomerStore {

    /** As many possible duplicates as a person looks at. */
    private static final int DUPLICATES = 10;

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    Uni<Customer> add(Customer customer) {
        return Panache.getSession()
                .flatMap(session ->
                        session.persist(customer).chain(session::flush).replaceWith(customer));
    }

    /** Whether that accounting code is taken, in whatever case. */
    Uni<Boolean> hasCode(String accountingCode) {
        return exists(
                "select exists (select from customers where lower(accounting_code) = lower(:key))", accountingCode);
    }

    /** The customer that the lead has become. */
    Uni<Optional<Customer>> ofLead(long leadId) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery("from Customer where leadId = :leadId", Customer.class)
                        .setParameter("leadId", leadId)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    Uni<Boolean> hasBillingGroup(long billingGroupId) {
        return exists("select exists (select from billing_groups where billing_group_id = :key)", billingGroupId);
    }

    Uni<Boolean> hasCustomerGroup(long customerGroupId) {
        return exists("select exists (select from customer_groups where customer_group_id = :key)", customerGroupId);
    }

    /** Customers with the same phone number or e-mail address, however they are written. */
    Uni<List<Customer>> duplicates(String phone, String email) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "from Customer where phoneKey = function(phone_key as String, :phone)"
                                        + " or emailLower = lower(:email) order by customerId",
                                Customer.class)
                        .setParameter("phone", phone)
                        .setParameter("email", email)
                        .setMaxResults(DUPLICATES)
                        .getResultList());
    }

    /** The customer with that ID or accounting code: codes are never of digits alone. */
    Uni<Optional<Customer>> find(String reference) {
        return Panache.getSession()
                .flatMap(session -> named(session, reference).getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** The same, locked until the transaction ends, as it is then; fails when there is none. */
    Uni<Customer> lock(String reference) {
        return Panache.getSession()
                .flatMap(session -> named(session, reference)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("customer"));
    }

    /** Writes what was changed, so that a refusal of the database comes now. */
    Uni<Void> flush() {
        return Panache.getSession().flatMap(Mutiny.Session::flush);
    }

    /** The number below which no change is still under way. */
    Uni<Long> changedThrough() {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)",
                                Long.class)
                        .getSingleResult());
    }

    /** One row more than asked for, in the order of the IDs; for a replica, what changed below {@code through}. */
    Uni<List<Customer>> list(CustomerFilter filter, long through) {
        var search = filter.search();
        return EntityList.of(Customer.class)
                .where("customerId > :after", "after", filter.page().afterId())
                .where(search == null ? "" : search.condition(), "search", search == null ? null : search.pattern())
                .where("phoneKey = function(phone_key as String, :phone)", "phone", filter.phone())
                .where("emailLower = lower(:email)", "email", filter.email())
                .where("leadId = :leadId", "leadId", filter.leadId())
                .where("status = :status", "status", filter.status())
                .where("kind = :kind", "kind", filter.kind())
                .where("billingGroupId = :billingGroupId", "billingGroupId", filter.billingGroupId())
                .where("customerGroupId = :customerGroupId", "customerGroupId", filter.customerGroupId())
                .where("changeNumber >= :since", "since", filter.changedSince())
                .where("changeNumber < :through", "through", filter.changedSince() == null ? null : through)
                .inOrderOf("customerId", filter.page().limit() + 1);
    }

    private static Mutiny.SelectionQuery<Customer> named(Mutiny.Session session, String reference) {
        boolean id = ID.matcher(reference).matches();
        String query = id
                ? "from Customer where customerId = :key"
                : "from Customer where lower(accountingCode) = lower(:key)";
        return session.createQuery(query, Customer.class).setParameter("key", id ? Long.valueOf(reference) : reference);
    }

    private static Uni<Boolean> exists(String sql, Object key) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Boolean.class)
                        .setParameter("key", key)
                        .getSingleResult());
    }
}
