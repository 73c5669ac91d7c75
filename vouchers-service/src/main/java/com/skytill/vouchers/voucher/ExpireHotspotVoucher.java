package com.skytill.vouchers.voucher;

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
import java.util.Locale;

/** Ends a voucher at once: the next login is refused, and its sessions are disconnected. */
@Singleton
final class ExpireHotspotVoucher implements Update<ExpireHotspotVoucher.Parameters, VoucherRow> {

    record Parameters(VoucherReference reference, String reason) {}

    private final VoucherStore store;
    private final Clock clock;

    ExpireHotspotVoucher(VoucherStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                "expire_hotspot_voucher",
                Section.HOTSPOTS,
                Permission.RADIUS_WRITE,
                "Expires a voucher",
                "Give voucher_code or voucher_id. The next login is refused at once; sessions_disconnecting are told to end"
                        + " (RFC 5176), again and again until they have.",
                "voucher",
                VoucherView.class);
    }

    @Override
    public Parameters read(ParameterReader in) {
        var reference = VoucherReference.read(in);
        return new Parameters(
                reference,
                in.lines("reason", "Why; kept in the audit log").max(500).optional());
    }

    @Override
    public Uni<VoucherRow> check(Parameters parameters, Caller submitter) {
        if (parameters.reference().isEmpty()) {
            throw VoucherReferences.missing();
        }
        return store.lock(parameters.reference()).map(found -> {
            var row = found.orElseThrow(() -> ProblemException.notFound("voucher"));
            if (row.voucher().expire(clock.instant()) instanceof Voucher.Expiry.Refused refused) {
                throw new ProblemException(
                        ProblemCode.ILLEGAL_STATE,
                        "The voucher has ended before: it is "
                                + refused.status().name().toLowerCase(Locale.ROOT));
            }
            return row;
        });
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, VoucherRow row, Caller submitter) {
        var now = clock.instant();
        return store.expire(row.voucherId, now).map(disconnecting -> {
            row.status = VoucherStatus.EXPIRED;
            return Outcome.changed("voucher", row.voucherId, VoucherView.of(row, now))
                    .with("sessions_disconnecting", disconnecting);
        });
    }
}
