package com.skytill.vouchers.batch;

import com.skytill.platform.csv.FormulaGuard;
import io.smallrye.mutiny.Multi;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** The vouchers of a batch as a file for spreadsheets (RFC 4180), with the names of get_hotspot_vouchers as columns. */
final class BatchCsv {

    static final String MEDIA_TYPE = "text/csv";

    private static final Map<String, BiFunction<BatchRow, BatchVoucher, Object>> COLUMNS = columns();

    private BatchCsv() {}

    /** The file in parts: the columns' names, then the rows as they come. */
    static Multi<String> write(BatchRow batch, Multi<List<BatchVoucher>> vouchers) {
        var head = Multi.createFrom().item(() -> print(List.of(List.copyOf(COLUMNS.keySet()))));
        return Multi.createBy()
                .concatenating()
                .streams(
                        head,
                        vouchers.map(rows ->
                                print(rows.stream().map(row -> row(batch, row)).toList())));
    }

    private static List<Object> row(BatchRow batch, BatchVoucher voucher) {
        var row = new ArrayList<Object>();
        COLUMNS.values().forEach(column -> row.add(written(column.apply(batch, voucher))));
        return row;
    }

    private static Object written(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> FormulaGuard.guard(text);
            case Enum<?> choice -> choice.name().toLowerCase(Locale.ROOT);
            default -> value;
        };
    }

    private static String print(List<? extends List<?>> rows) {
        var text = new StringBuilder();
        try (var out = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (var row : rows) {
                out.printRecord(row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static Map<String, BiFunction<BatchRow, BatchVoucher, Object>> columns() {
        var columns = new LinkedHashMap<String, BiFunction<BatchRow, BatchVoucher, Object>>();
        columns.put("voucher_id", (batch, voucher) -> voucher.voucherId());
        columns.put("voucher_code", (batch, voucher) -> voucher.code().shown());
        columns.put("status", (batch, voucher) -> voucher.status());
        columns.put("product_code", (batch, voucher) -> batch.productCode);
        columns.put("product", (batch, voucher) -> batch.productName);
        columns.put("price", (batch, voucher) -> batch.price.toPlainString());
        columns.put("data_quota", (batch, voucher) -> batch.dataQuotaBytes);
        columns.put("time_quota", (batch, voucher) -> duration(batch.timeQuotaSeconds));
        columns.put("validity", (batch, voucher) -> duration(batch.validitySeconds));
        columns.put("validity_starts", (batch, voucher) -> batch.validityStarts);
        columns.put("max_devices", (batch, voucher) -> batch.maxDevices);
        columns.put("use_before", (batch, voucher) -> batch.useBefore);
        columns.put("issued_at", (batch, voucher) -> voucher.issuedAt());
        columns.put("first_used_at", (batch, voucher) -> voucher.firstUsedAt());
        columns.put("expires_at", (batch, voucher) -> voucher.expiresAt());
        columns.put("data_used", (batch, voucher) -> voucher.usedBytes());
        columns.put("time_used", (batch, voucher) -> Duration.ofSeconds(voucher.usedSeconds()));
        columns.put("voucher_comment", (batch, voucher) -> batch.comment);
        columns.put("hotspot_id", (batch, voucher) -> batch.hotspotId);
        columns.put("batch_id", (batch, voucher) -> batch.batchId);
        return columns;
    }

    private static Duration duration(Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
