package com.skytill.vouchers.batch;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.PageRequest;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;

/** How far a batch is; when it is there, its vouchers as a table or as a sheet to print. */
@Singleton
final class GetHotspotVoucherBatch implements Query<GetHotspotVoucherBatch.Parameters> {

    record Parameters(Long batchId, BatchFormat format, Integer limit, String after) {

        PageRequest part(int most) {
            return new PageRequest(limit == null ? most : Math.min(limit, most), after);
        }
    }

    /** No browser prints a hundred thousand at once. */
    private static final int MOST_PRINTED = 3000;

    private final BatchStore store;
    private final BatchDocuments documents;
    private final Clock clock;

    GetHotspotVoucherBatch(BatchStore store, BatchDocuments documents, Clock clock) {
        this.store = store;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.one(
                        "get_hotspot_voucher_batch",
                        Section.HOTSPOTS,
                        Permission.RADIUS_READ,
                        "Shows how far a batch of vouchers is, or its vouchers as CSV or as a print sheet",
                        "As JSON with its progress, and when it is completed how many of its vouchers have which status. Only a"
                                + " completed batch can be had as csv (RFC 4180 in UTF-8; a text that a spreadsheet would take for a"
                                + " formula has an apostrophe in front) and as html (A4, thirty vouchers a page, each with its QR"
                                + " code, at most " + MOST_PRINTED
                                + " a file): else illegal_state. Both show the codes. When there"
                                + " are more vouchers than the file has, the header Next-Cursor has what to give as after for the"
                                + " next file.",
                        BatchView.class)
                .orFile(BatchCsv.MEDIA_TYPE, PrintSheet.MEDIA_TYPE)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ILLEGAL_STATE);
    }

    @Override
    public Parameters read(ParameterReader in) {
        var parameters = new Parameters(
                in.id("batch_id", "The batch").mandatory(),
                in.choice("format", "As what", BatchFormat.class).orElse(BatchFormat.JSON),
                in.number("limit", "How many vouchers a csv or html has at the most")
                        .between(1, AddHotspotVoucherBatch.MOST)
                        .optional(),
                in.text("after", "Where the csv or html goes on: the Next-Cursor of the answer before")
                        .max(200)
                        .which(PageRequest::isCursor, "must be the Next-Cursor of an earlier answer, unchanged")
                        .optional());
        if (parameters.format() == BatchFormat.JSON) {
            requireNoPart(in, "limit");
            requireNoPart(in, "after");
        }
        return parameters;
    }

    @Override
    public Uni<?> answer(Parameters parameters, Caller caller) {
        return store.find(parameters.batchId())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("batch")))
                .flatMap(row -> answer(row, parameters));
    }

    private Uni<?> answer(BatchRow row, Parameters parameters) {
        return switch (parameters.format()) {
            case JSON -> view(row);
            case CSV -> documents.csv(requireCompleted(row), parameters.part(AddHotspotVoucherBatch.MOST));
            case HTML -> documents.html(requireCompleted(row), parameters.part(MOST_PRINTED));
        };
    }

    private Uni<BatchView> view(BatchRow row) {
        return row.status == BatchStatus.COMPLETED
                ? store.vouchers(row.batchId, clock.instant()).map(counts -> BatchView.of(row, counts))
                : Uni.createFrom().item(BatchView.of(row, null));
    }

    private static BatchRow requireCompleted(BatchRow row) {
        if (row.status != BatchStatus.COMPLETED) {
            throw new ProblemException(
                    ProblemCode.ILLEGAL_STATE, "Only a completed batch has vouchers; this one is " + row.status.code());
        }
        return row;
    }

    private static void requireNoPart(ParameterReader in, String name) {
        if (in.given(name)) {
            in.refuse(name, "belongs to format csv and html");
        }
    }
}
