package com.skytill.vouchers.voucher;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemException;
import com.skytill.vouchers.session.SessionHistory;
import com.skytill.vouchers.session.SessionStore;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;

/** What a voucher has used and has left. */
@Singleton
final class GetHotspotVoucherUsage implements Query<GetHotspotVoucherUsage.Parameters> {

    record Parameters(VoucherReference reference, Instant from, Instant to) {}

    private final VoucherStore store;
    private final SessionStore sessions;
    private final Clock clock;

    GetHotspotVoucherUsage(VoucherStore store, SessionStore sessions, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.one(
                "get_hotspot_voucher_usage",
                Section.HOTSPOTS,
                Permission.RADIUS_READ,
                "Shows what a voucher has used and has left",
                "Give voucher_code or voucher_id. from and to choose among its sessions, of which the latest "
                        + SessionStore.MOST + " are shown; the totals are of the voucher's whole life.",
                VoucherUsageView.class);
    }

    @Override
    public Parameters read(ParameterReader in) {
        var reference = VoucherReference.read(in);
        var parameters = new Parameters(
                reference,
                in.instant("from", "Only sessions that went on then or later").optional(),
                in.instant("to", "Only sessions that began before").optional());
        if (parameters.from() != null
                && parameters.to() != null
                && parameters.to().isBefore(parameters.from())) {
            in.refuse("to", "must not be before from");
        }
        return parameters;
    }

    @Override
    public Uni<VoucherUsageView> answer(Parameters parameters, Caller caller) {
        if (parameters.reference().isEmpty()) {
            throw VoucherReferences.missing();
        }
        return store.find(parameters.reference())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("voucher")))
                .flatMap(row -> sessions.history(row.voucherId, parameters.from(), parameters.to())
                        .map(history -> view(row, history)));
    }

    private VoucherUsageView view(VoucherRow row, SessionHistory history) {
        var voucher = row.voucher();
        return new VoucherUsageView(
                row.voucherId,
                row.code,
                voucher.statusAt(clock.instant()),
                row.usedBytes,
                voucher.dataLeftBytes(),
                voucher.usedTime(),
                voucher.timeLeft(),
                row.firstUsedAt,
                row.expiresAt,
                history.devices(),
                history.online(),
                history.lastUpdate(),
                history.sessions());
    }
}
