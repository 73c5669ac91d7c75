package com.skytill.vouchers.identity;

import com.skytill.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;

/** Finds accounts for operations on what belongs to them; in the session of the caller. */
@Singleton
public final class AccountLookupStore {

    /** The account; fails with {@code not_found}. */
    public Uni<Account> get(AccountReference reference) {
        return get(reference, "");
    }

    /** The same, locked until the transaction ends: no login and no accounting meanwhile. */
    public Uni<Account> lock(AccountReference reference) {
        return get(reference, " for no key update of i");
    }

    private static Uni<Account> get(AccountReference reference, String lock) {
        var key = reference.accountId() == null ? "i.login_key" : "i.identity_id";
        var sql = "select i.identity_id, i.kind, i.status, a.username, t.data_cap from identities i"
                + " join data_accounts a on a.account_id = i.identity_id"
                + " left join product_terms t on t.product_id = a.product_id where " + key + " = :key" + lock;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter(
                                "key", reference.accountId() == null ? reference.loginKey() : reference.accountId())
                        .getSingleResultOrNull())
                .map(row -> {
                    if (row == null) {
                        throw ProblemException.notFound("account");
                    }
                    return new Account(
                            row.get("identity_id", Long.class),
                            row.get("username", String.class),
                            row.get("kind", String.class).equals("PREPAID"),
                            row.get("status", String.class).equals("CANCELLED"),
                            row.get("data_cap", Long.class));
                });
    }
}
