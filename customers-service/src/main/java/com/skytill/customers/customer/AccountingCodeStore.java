package com.skytill.customers.customer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** The SQL that numbers accounting codes: one prefix, one row, locked until the transaction ends. */
@Singleton
final class AccountingCodeStore {

    /** The next free code of the prefix; whoever asks for the same prefix waits until the transaction has ended. */
    Uni<String> next(String prefix) {
        return text("select next_accounting_code(:prefix)", prefix);
    }

    /** Keeps a chosen code from being generated for somebody else at the same time. */
    Uni<String> reserve(String accountingCode) {
        return AccountingPrefix.ofCode(accountingCode)
                .map(prefix -> text("select hold_accounting_prefix(:prefix)", prefix))
                .orElseGet(() -> Uni.createFrom().item(accountingCode))
                .replaceWith(accountingCode);
    }

    private static Uni<String> text(String sql, String prefix) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, String.class)
                        .setParameter("prefix", prefix)
                        .getSingleResult());
    }
}
