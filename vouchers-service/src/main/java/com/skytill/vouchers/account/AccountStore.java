package com.skytill.vouchers.account;

import com.skytill.platform.list.EntityList;
import com.skytill.vouchers.calendar.WispCalendar;
import com.skytill.vouchers.identity.AccountReference;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The SQL of data accounts; all in the session of the caller. */
@Singleton
final class AccountStore {

    private final WispCalendar calendar;

    AccountStore(WispCalendar calendar) {
        this.calendar = calendar;
    }

    /** Adds it; empty when its username is taken. */
    Uni<Optional<Long>> add(NewAccount asked, AddDataAccount.Checked checked, String sealed, String mac, Instant now) {
        // The devices are the product's, as the engine finds them at a login. Its first month is this one.
        var sql = """
                with added as (
                    insert into identities (kind, login_key, status, max_devices, usage_month)
                    values (:kind, :loginKey, 'ACTIVE', 1, :month)
                    on conflict (login_key) do nothing
                    returning identity_id)
                insert into data_accounts (account_id, customer_id, username, product_id, price, password_sealed,
                    password_mac, static_ip, comment, created_at, changed_at)
                select identity_id, :customerId, :username, :productId, cast(:price as numeric), :sealed, :mac,
                    cast(:staticIp as text), cast(:comment as text), cast(:now as timestamptz), cast(:now as timestamptz)
                from added
                returning account_id
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Long.class)
                        .setParameter("month", calendar.month(now))
                        .setParameter("kind", checked.kind().name())
                        .setParameter("loginKey", Username.loginKey(asked.username()))
                        .setParameter("customerId", checked.customer().customerId())
                        .setParameter("username", asked.username())
                        .setParameter("productId", checked.product().productId())
                        .setParameter("price", checked.agreedPrice())
                        .setParameter("sealed", sealed)
                        .setParameter("mac", mac)
                        .setParameter("staticIp", asked.staticIp())
                        .setParameter("comment", asked.comment())
                        .setParameter("now", now)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    Uni<AccountRow> get(long accountId) {
        return row("account_id = :key", accountId).map(Optional::orElseThrow);
    }

    Uni<Optional<AccountRow>> find(AccountReference reference) {
        return reference.accountId() == null
                ? row(
                        "account_id = (select identity_id from identities where login_key = :key)",
                        Username.loginKey(reference.username()))
                : row("account_id = :key", reference.accountId());
    }

    /** The account, locked until the transaction ends, as it is then: no login and no accounting meanwhile. */
    Uni<Optional<AccountRow>> lock(AccountReference reference) {
        boolean byName = reference.accountId() == null;
        // Vouchers and accounts share their IDs.
        var sql = "select identity_id from identities where kind in ('ACCOUNT', 'PREPAID') and "
                + (byName ? "login_key" : "identity_id") + " = :key for no key update";
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Long.class)
                        .setParameter("key", byName ? Username.loginKey(reference.username()) : reference.accountId())
                        .getSingleResultOrNull())
                .flatMap(id -> id == null ? Uni.createFrom().item(Optional.empty()) : row("account_id = :key", id));
    }

    /** Which of these login keys some identity has. */
    Uni<Set<String>> taken(List<String> loginKeys) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select login_key from identities where login_key in (:keys)", String.class)
                        .setParameter("keys", loginKeys)
                        .getResultList())
                .map(Set::copyOf);
    }

    /** Whether an account has that address. */
    Uni<Boolean> hasAddress(String staticIp) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select exists (select from data_accounts where static_ip = :key)", Boolean.class)
                        .setParameter("key", staticIp)
                        .getSingleResult());
    }

    /** The accounts in the order of their IDs: one more than asked for. */
    Uni<List<AccountRow>> list(AccountFilter filter, Long customerId, Long productId) {
        return EntityList.of(AccountRow.class)
                .where("accountId > :after", "after", filter.page().afterId())
                .where("lower(username) like :search escape '!'", "search", filter.pattern())
                .where("customerId = :customerId", "customerId", customerId)
                .where("productId = :productId", "productId", productId)
                .where("kind in :kinds", "kinds", filter.kinds())
                .where("status = :status", "status", filter.status())
                .where("staticIp = :staticIp", "staticIp", filter.staticIp())
                .inOrderOf("accountId", filter.page().limit() + 1);
    }

    /** Writes what the changes make of the account, but not its password. */
    Uni<Void> update(AccountChanges changes, UpdateDataAccount.Checked checked, Instant now) {
        var sql = """
                with changed as (
                    update data_accounts set username = :username, product_id = :productId, price = cast(:price as numeric),
                        static_ip = cast(:staticIp as text), comment = cast(:comment as text),
                        changed_at = cast(:now as timestamptz)
                    where account_id = :id
                    returning account_id)
                update identities set login_key = :loginKey
                from changed where identity_id = account_id and login_key <> :loginKey
                """;
        var before = checked.before();
        String username = changes.username(before);
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql)
                        .setParameter("id", before.accountId)
                        .setParameter("username", username)
                        .setParameter("loginKey", Username.loginKey(username))
                        .setParameter("productId", checked.productId())
                        .setParameter("price", checked.agreedPrice())
                        .setParameter("staticIp", changes.staticIp(before))
                        .setParameter("comment", changes.comment(before))
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Gives it another password. */
    Uni<Void> setPassword(long accountId, String sealed, String mac) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("update data_accounts set password_sealed = :sealed,"
                                + " password_mac = :mac where account_id = :id")
                        .setParameter("id", accountId)
                        .setParameter("sealed", sealed)
                        .setParameter("mac", mac)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Writes its status; unless it is active, puts its running sessions into the outbox, and answers how many. */
    Uni<Integer> changeStatus(long accountId, AccountStatus status, String reason, Instant now) {
        var sql = """
                with changed as (
                    update identities set status = :status where identity_id = :id returning identity_id),
                noted as (
                    update data_accounts set status_reason = cast(:reason as text),
                        status_changed_at = cast(:now as timestamptz), changed_at = cast(:now as timestamptz),
                        static_ip = case when :status <> 'CANCELLED' then static_ip end
                    where account_id = :id)
                select case when :status = 'ACTIVE' then 0
                    else disconnect_sessions(identity_id, null, lower(:status), cast(:now as timestamptz)) end
                from changed
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Integer.class)
                        .setParameter("id", accountId)
                        .setParameter("status", status.name())
                        .setParameter("reason", reason)
                        .setParameter("now", now)
                        .getSingleResult());
    }

    /** Detached: what this transaction changes later shows when it is read again. */
    private static Uni<Optional<AccountRow>> row(String condition, Object key) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select * from account_rows where " + condition, AccountRow.class)
                        .setParameter("key", key)
                        .getSingleResultOrNull()
                        .invoke(row -> {
                            if (row != null) {
                                session.detach(row);
                            }
                        }))
                .map(Optional::ofNullable);
    }
}
