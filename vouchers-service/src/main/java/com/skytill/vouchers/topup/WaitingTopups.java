package com.skytill.vouchers.topup;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import com.skytill.vouchers.identity.Account;
import com.skytill.vouchers.identity.AccountLookupStore;
import com.skytill.vouchers.identity.AccountReference;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.Locale;

/** Top-ups that are to be decided: found with their account locked, so that each is decided once. */
@Singleton
final class WaitingTopups {

    record Waiting(long topupId, TopupStatus status, Account account) {}

    private final AccountLookupStore accounts;
    private final TopupStore store;

    WaitingTopups(AccountLookupStore accounts, TopupStore store) {
        this.accounts = accounts;
        this.store = store;
    }

    /** Fails when it was completed or rejected before. */
    Uni<Waiting> lock(long topupId) {
        return store.accountOf(topupId)
                .flatMap(accountId -> accounts.lock(new AccountReference(null, accountId)))
                .flatMap(account -> store.status(topupId).map(status -> new Waiting(topupId, status, account)))
                .invoke(waiting -> {
                    if (waiting.status() == TopupStatus.COMPLETED || waiting.status() == TopupStatus.REJECTED) {
                        throw new ProblemException(
                                ProblemCode.ILLEGAL_STATE,
                                "The top-up was decided before: it is "
                                        + waiting.status().name().toLowerCase(Locale.ROOT));
                    }
                });
    }
}
