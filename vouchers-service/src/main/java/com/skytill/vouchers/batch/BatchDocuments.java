package com.skytill.vouchers.batch;

import com.skytill.platform.list.PageRequest;
import com.skytill.platform.operation.StreamedDocument;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** The vouchers of a batch as files, made while they are sent. */
@Singleton
final class BatchDocuments {

    private static final int ROWS_AT_ONCE = 1000;
    private static final int PRINTED_AT_ONCE = 5 * PrintSheet.A_PAGE;

    private final BatchVoucherStore vouchers;
    private final PrintSheet sheet;
    private final Company company;

    BatchDocuments(BatchVoucherStore vouchers, PrintSheet sheet, Company company) {
        this.vouchers = vouchers;
        this.sheet = sheet;
        this.company = company;
    }

    Uni<StreamedDocument> csv(BatchRow batch, PageRequest part) {
        var text = BatchCsv.write(batch, vouchers.all(batch.batchId, part, ROWS_AT_ONCE));
        return vouchers.cursorAfter(batch.batchId, part)
                .map(next -> new StreamedDocument(BatchCsv.MEDIA_TYPE, fileName(batch, "csv"), text, next));
    }

    Uni<StreamedDocument> html(BatchRow batch, PageRequest part) {
        return company.name()
                .map(name -> sheet.write(batch, name, vouchers.all(batch.batchId, part, PRINTED_AT_ONCE)))
                .flatMap(text -> vouchers.cursorAfter(batch.batchId, part)
                        .map(next -> new StreamedDocument(PrintSheet.MEDIA_TYPE, fileName(batch, "html"), text, next)));
    }

    private static String fileName(BatchRow batch, String ending) {
        return "voucher-batch-" + batch.batchId + "." + ending;
    }
}
