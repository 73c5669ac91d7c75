package com.skytill.vouchers.batch;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;

/** How far a batch is, and what became of its vouchers. */
@Singleton
final class GetHotspotVoucherBatch implements Query<GetHotspotVoucherBatch.Parameters> {

    record Parameters(Long batchId) {}

    private final BatchStore store;
    private final Clock clock;

    GetHotspotVoucherBatch(BatchStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.one(
                        "get_hotspot_voucher_batch",
                        Section.HOTSPOTS,
                        Permission.RADIUS_READ,
                        "Shows how far a batch of vouchers is",
                        "With its progress, and when it is completed how many of its vouchers have which status.",
                        BatchView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ILLEGAL_STATE);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(in.id("batch_id", "The batch").mandatory());
    }

    @Override
    public Uni<BatchView> answer(Parameters parameters, Caller caller) {
        return store.find(parameters.batchId())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("batch")))
                .flatMap(this::view);
    }

    private Uni<BatchView> view(BatchRow row) {
        return row.status == BatchStatus.COMPLETED
                ? store.vouchers(row.batchId, clock.instant()).map(counts -> BatchView.of(row, counts))
                : Uni.createFrom().item(BatchView.of(row, null));
    }
}
