package com.skytill.vouchers.voucher;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.vouchers.product.ProductTerms;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;

/** Issues a voucher: a code that opens a hotspot under its product's terms, frozen from now on. */
@Singleton
final class AddHotspotVoucher implements Update<AddHotspotVoucher.Parameters, ProductTerms> {

    record Parameters(String product, String comment, Long hotspotId, BigDecimal price, Instant useBefore) {}

    private final SaleChecks sales;
    private final VoucherStore store;
    private final CodeGenerator codes;
    private final UseBefore useBefore;
    private final Clock clock;

    AddHotspotVoucher(SaleChecks sales, VoucherStore store, CodeGenerator codes, UseBefore useBefore, Clock clock) {
        this.sales = sales;
        this.store = store;
        this.codes = codes;
        this.useBefore = useBefore;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                "add_hotspot_voucher",
                Section.HOTSPOTS,
                Permission.RADIUS_WRITE,
                "Issues a hotspot voucher",
                "The product's price, quotas, speeds and devices are frozen in the voucher. A price that differs from the"
                        + " product's needs accounting_write.",
                "voucher",
                VoucherView.class);
    }

    @Override
    public Parameters read(ParameterReader in) {
        Instant until = useBefore.read(in);
        return new Parameters(
                in.text("product_id", "A hotspot product: its ID or its product_code")
                        .max(50)
                        .example("HOT-1GB")
                        .mandatory(),
                in.lines("voucher_comment", "For staff").max(500).optional(),
                in.id("hotspot_id", "The hotspot that it is sold at; it opens the others too")
                        .optional(),
                in.money("price", "What is asked for it, when not the product's price; VAT included")
                        .optional(),
                until);
    }

    @Override
    public Uni<ProductTerms> check(Parameters parameters, Caller submitter) {
        return sales.check(
                parameters.product(), parameters.hotspotId(), parameters.price(), parameters.useBefore(), submitter);
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, ProductTerms terms, Caller submitter) {
        var price = parameters.price() == null ? terms.price() : parameters.price();
        var now = clock.instant();
        var voucher =
                new NewVoucher(terms, price, parameters.comment(), parameters.hotspotId(), parameters.useBefore(), now);
        return issue(voucher)
                .flatMap(store::get)
                .map(row -> Outcome.added("voucher", row.voucherId, VoucherView.of(row, now)));
    }

    /** Two equal codes are unlikely, and then the next one is taken. */
    private Uni<Long> issue(NewVoucher voucher) {
        return store.issue(voucher, codes.next())
                .flatMap(id -> id.isPresent() ? Uni.createFrom().item(id.get()) : issue(voucher));
    }
}
