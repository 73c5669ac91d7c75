package com.skytill.vouchers.batch;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Multi;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

import java.time.ZoneId;
import java.util.List;

/**
 * The vouchers of a batch as a page to print and cut: A4, thirty to a page, each with its QR code. It needs nothing but itself, and
 * has no script.
 */
@Singleton
final class PrintSheet {

    static final String MEDIA_TYPE = "text/html";
    static final int A_PAGE = 30;

    private static final String END = "</body>\n</html>\n";

    private final Template head;
    private final Template page;
    private final QrContent qr;
    private final TermsInWords terms;
    private final String currency;

    PrintSheet(
            @Location("voucher-sheet-head.html") Template head,
            @Location("voucher-sheet-page.html") Template page,
            QrContent qr,
            @ConfigProperty(name = "skytill.time-zone") ZoneId zone,
            @ConfigProperty(name = "skytill.currency") String currency) {
        this.head = head;
        this.page = page;
        this.qr = qr;
        this.terms = new TermsInWords(zone);
        this.currency = currency;
    }

    /**
     * The sheet in parts.
     *
     * @param company who sells them; empty when that is not known
     * @param vouchers so many at a time that pages are whole
     */
    Multi<String> write(BatchRow batch, String company, Multi<List<BatchVoucher>> vouchers) {
        var start = Multi.createFrom()
                .item(() -> head.data("batch", batch.batchId)
                        .data("product", batch.productName)
                        .render());
        var pages = vouchers.map(some -> pages(batch, company, some));
        return Multi.createBy()
                .concatenating()
                .streams(start, pages, Multi.createFrom().item(END));
    }

    private String pages(BatchRow batch, String company, List<BatchVoucher> vouchers) {
        var html = new StringBuilder();
        for (int from = 0; from < vouchers.size(); from += A_PAGE) {
            var some = vouchers.subList(from, Math.min(from + A_PAGE, vouchers.size()));
            html.append(page.data("company", company)
                    .data("product", batch.productName)
                    .data("price", currency + " " + batch.price.toPlainString())
                    .data(
                            "vouchers",
                            some.stream().map(one -> voucher(batch, one)).toList())
                    .render());
        }
        return html.toString();
    }

    private SheetVoucher voucher(BatchRow batch, BatchVoucher voucher) {
        var image = QrImage.of(qr.of(voucher.code()));
        String code = voucher.code().shown();
        return new SheetVoucher(
                voucher.voucherId(),
                code,
                SheetVoucher.width(code),
                String.join(", ", terms.of(batch)),
                String.join(", ", terms.dates(batch, voucher.expiresAt())),
                image.viewBox(),
                image.path());
    }
}
