package com.skytill.vouchers.batch;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Stops a batch before its vouchers are there: none of them ever is. */
@Singleton
final class CancelHotspotVoucherBatch implements Update<CancelHotspotVoucherBatch.Parameters, BatchStatus> {

    record Parameters(Long batchId, String reason) {}

    private final BatchStore store;
    private final Clock clock;

    CancelHotspotVoucherBatch(BatchStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "cancel_hotspot_voucher_batch",
                        Section.HOTSPOTS,
                        Permission.RADIUS_WRITE,
                        "Cancels a batch of vouchers that is not completed yet",
                        "Nothing of it remains. A completed batch can't be cancelled any more: illegal_state; its vouchers are expired one"
                                + " by one with expire_hotspot_voucher.",
                        "batch",
                        BatchView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ILLEGAL_STATE);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.id("batch_id", "The batch").mandatory(),
                in.lines("reason", "Why; kept in the audit log").max(500).optional());
    }

    @Override
    public Uni<BatchStatus> check(Parameters parameters, Caller submitter) {
        return store.lock(parameters.batchId()).map(found -> {
            var status = found.orElseThrow(() -> ProblemException.notFound("batch"));
            if (!status.open()) {
                throw new ProblemException(
                        ProblemCode.ILLEGAL_STATE, "The batch has ended before: it is " + status.code());
            }
            return status;
        });
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, BatchStatus status, Caller submitter) {
        return store.cancel(parameters.batchId(), clock.instant())
                .flatMap(ignored -> store.get(parameters.batchId()))
                .map(row -> Outcome.changed("batch", row.batchId, BatchView.of(row, null)));
    }
}
