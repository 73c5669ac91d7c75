package com.skytill.vouchers.batch;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.vouchers.product.ProductTerms;
import com.skytill.vouchers.voucher.CodeGenerator;
import com.skytill.vouchers.voucher.SaleChecks;
import com.skytill.vouchers.voucher.UseBefore;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;

/** Queues up to a hundred thousand vouchers of one product, which come all or not at all. */
@Singleton
final class AddHotspotVoucherBatch implements Update<AddHotspotVoucherBatch.Parameters, ProductTerms> {

    static final int MOST = 100_000;

    record Parameters(
            String product,
            Integer quantity,
            String prefix,
            String comment,
            Long hotspotId,
            BigDecimal price,
            Instant useBefore) {}

    private final SaleChecks sales;
    private final BatchStore store;
    private final UseBefore useBefore;
    private final Clock clock;

    AddHotspotVoucherBatch(SaleChecks sales, BatchStore store, UseBefore useBefore, Clock clock) {
        this.sales = sales;
        this.store = store;
        this.useBefore = useBefore;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_hotspot_voucher_batch",
                        Section.HOTSPOTS,
                        Permission.RADIUS_WRITE,
                        "Issues many hotspot vouchers of one product",
                        "The product's price, quotas, speeds and devices are frozen now. The batch is queued and its vouchers are issued in"
                                + " the background, all or none: get_hotspot_voucher_batch shows its status and progress, and when it is"
                                + " completed the codes as CSV or as a print sheet; cancel_hotspot_voucher_batch stops it before. A price"
                                + " that differs from the product's needs accounting_write.",
                        "batch",
                        BatchView.class)
                .failingBy(ProblemCode.RULE_VIOLATED);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.text("product_id", "A hotspot product: its ID or its product_code")
                        .max(50)
                        .example("HOT-1GB")
                        .mandatory(),
                in.number("quantity", "How many vouchers").between(1, MOST).mandatory(),
                in.text("prefix", "What the codes begin with, instead of the configured prefix; adds no strength")
                        .max(12)
                        .matching(CodeGenerator.PREFIX, CodeGenerator.PREFIX_RULE)
                        .optional(),
                in.lines("comment", "For staff; every voucher gets it").max(500).optional(),
                in.id("hotspot_id", "The hotspot that they are sold at; they open the others too")
                        .optional(),
                in.money("price", "What is asked for each, when not the product's price; VAT included")
                        .optional(),
                useBefore.read(in));
    }

    @Override
    public Uni<ProductTerms> check(Parameters parameters, Caller submitter) {
        return sales.check(
                parameters.product(), parameters.hotspotId(), parameters.price(), parameters.useBefore(), submitter);
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, ProductTerms terms, Caller submitter) {
        var batch = new NewBatch(
                terms.productId(),
                parameters.quantity(),
                parameters.price(),
                parameters.prefix(),
                parameters.comment(),
                parameters.hotspotId(),
                parameters.useBefore());
        return store.add(batch, clock.instant())
                .flatMap(store::get)
                .map(row -> Outcome.added("batch", row.batchId, BatchView.of(row, null)));
    }
}
