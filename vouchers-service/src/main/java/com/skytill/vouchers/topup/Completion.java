package com.skytill.vouchers.topup;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import com.skytill.vouchers.calendar.WispCalendar;
import com.skytill.vouchers.identity.Account;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Applies a paid top-up to its account's running month. */
@Singleton
final class Completion {

    private final TopupStore store;
    private final WispCalendar calendar;
    private final Clock clock;

    Completion(TopupStore store, WispCalendar calendar, Clock clock) {
        this.store = store;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Only what has a monthly cap, and has not ended, can take a top-up. */
    static void requireCap(Account account) {
        account.requireNotCancelled();
        if (account.prepaid()) {
            throw new ProblemException(
                    ProblemCode.RULE_VIOLATED, "A prepaid account takes allocations of prepaid data, not top-ups");
        }
        if (account.capBytes() == null) {
            throw new ProblemException(
                    ProblemCode.RULE_VIOLATED, "The account's product has no cap: there is nothing to top up");
        }
    }

    /** The account must be locked, and the top-up wait for it. */
    Uni<Void> complete(long topupId, Caller by) {
        var now = clock.instant();
        return store.complete(topupId, now, calendar.month(now), by.username())
                .invoke(done -> {
                    if (!done) {
                        throw new IllegalStateException("Top-up " + topupId + " was decided under its account's lock");
                    }
                })
                .replaceWithVoid();
    }
}
