package com.skytill.platform.update;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;

/** What the three decisions on a waiting update share: it is locked, still waits, and keeps who decided it. */
@Singleton
final class Decision {

    private final LedgerStore store;
    private final Clock clock;

    Decision(LedgerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The waiting update, locked until the transaction ends: of two decisions at once, the second finds it decided. */
    Uni<LedgerRow> waiting(long updateId) {
        return store.lock(updateId).map(found -> {
            var row = found.orElseThrow(() -> ProblemException.notFound("update"));
            if (row.status != UpdateStatus.PENDING_REVIEW) {
                throw new ProblemException(
                        ProblemCode.ALREADY_DECIDED, "The update is " + row.status.code() + " already");
            }
            return row;
        });
    }

    /** Marks the row; the session writes it when the transaction ends. */
    UpdateView decide(LedgerRow row, UpdateStatus status, Caller decider, String reason) {
        row.status = status;
        row.sealedSecrets = null;
        row.decidedAt = clock.instant();
        row.decidedBy = decider.subject();
        row.deciderUsername = decider.username();
        row.decisionReason = reason;
        return UpdateView.of(row).shortened();
    }
}
