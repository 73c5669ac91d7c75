package com.skytill.vouchers.voucher;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.Page;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;

/** The vouchers that were issued. */
@Singleton
final class GetHotspotVouchers implements Query<VoucherFilter> {

    private final VoucherStore store;
    private final Clock clock;

    GetHotspotVouchers(VoucherStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_hotspot_vouchers",
                Section.HOTSPOTS,
                Permission.RADIUS_READ,
                "Lists hotspot vouchers",
                "In the order in which they were issued.",
                VoucherView.class);
    }

    @Override
    public VoucherFilter read(ParameterReader in) {
        var filter = new VoucherFilter(
                in.choice("status", "Only vouchers with this status", VoucherStatus.class)
                        .optional(),
                in.text("product_id", "Only vouchers of this product: its ID or its product_code")
                        .max(50)
                        .optional(),
                in.id("batch_id", "Only vouchers of this batch").optional(),
                in.id("hotspot_id", "Only vouchers sold at this hotspot").optional(),
                in.text("code", "Only the voucher with this code; case, spaces and dashes do not matter")
                        .max(60)
                        .optional(),
                in.instant("from", "Only vouchers issued then or later").optional(),
                in.instant("to", "Only vouchers issued before").optional(),
                in.page());
        if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from())) {
            in.refuse("to", "must not be before from");
        }
        return filter;
    }

    @Override
    public Uni<Page<VoucherView>> answer(VoucherFilter filter, Caller caller) {
        var now = clock.instant();
        return store.list(filter, now)
                .map(rows -> rows.stream().map(row -> VoucherView.of(row, now)).toList())
                .map(views -> Page.of(views, filter.page(), VoucherView::voucherId));
    }
}
