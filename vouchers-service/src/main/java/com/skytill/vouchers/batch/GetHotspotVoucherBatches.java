package com.skytill.vouchers.batch;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.Page;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** The batches that were asked for. */
@Singleton
final class GetHotspotVoucherBatches implements Query<BatchFilter> {

    private final BatchStore store;

    GetHotspotVoucherBatches(BatchStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_hotspot_voucher_batches",
                Section.HOTSPOTS,
                Permission.RADIUS_READ,
                "Lists batches of hotspot vouchers",
                "In the order in which they were asked for; without the counts of their vouchers, which"
                        + " get_hotspot_voucher_batch has.",
                BatchView.class);
    }

    @Override
    public BatchFilter read(ParameterReader in) {
        var filter = new BatchFilter(
                in.choice("status", "Only batches with this status", BatchStatus.class)
                        .optional(),
                in.text("product_id", "Only batches of this product: its ID or its product_code")
                        .max(50)
                        .optional(),
                in.instant("from", "Only batches asked for then or later").optional(),
                in.instant("to", "Only batches asked for before").optional(),
                in.page());
        if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from())) {
            in.refuse("to", "must not be before from");
        }
        return filter;
    }

    @Override
    public Uni<Page<BatchView>> answer(BatchFilter filter, Caller caller) {
        return store.list(filter)
                .map(rows -> rows.stream().map(row -> BatchView.of(row, null)).toList())
                .map(views -> Page.of(views, filter.page(), BatchView::batchId));
    }
}
