package com.skytill.vouchers.batch;

import com.skytill.platform.list.Page;
import com.skytill.platform.list.PageRequest;
import com.skytill.vouchers.voucher.VoucherCode;
import com.skytill.vouchers.voucher.VoucherStatus;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the vouchers of a batch a few at a time, holding no connection while a caller takes them. */
@Singleton
final class BatchVoucherStore {

    private final Pool pool;
    private final Clock clock;

    BatchVoucherStore(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * The vouchers of a batch in the order of their IDs.
     *
     * @param part which of them, however many
     * @param atOnce how many come together
     */
    Multi<List<BatchVoucher>> all(long batchId, PageRequest part, int atOnce) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new Position(part), position -> next(batchId, position, atOnce))
                .whilst(rows -> rows.size() == atOnce);
    }

    /** The cursor of the part that follows; null when there is none. */
    Uni<String> cursorAfter(long batchId, PageRequest part) {
        var sql = "select voucher_id from vouchers where batch_id = $1 and voucher_id > $2"
                + " order by voucher_id offset $3 limit 2";
        return pool.preparedQuery(sql)
                .execute(Tuple.of(batchId, part.afterId(), (long) part.limit() - 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLong(0))
                        .toList())
                .map(lastAndNext ->
                        Page.of(lastAndNext, new PageRequest(1, null), id -> id).next());
    }

    private Uni<List<BatchVoucher>> next(long batchId, Position position, int atOnce) {
        var sql = """
                select voucher_id, code, voucher_status_at(status, expires_at, use_before, $4) as status, issued_at,
                    first_used_at, expires_at, used_bytes, used_seconds
                from voucher_rows where batch_id = $1 and voucher_id > $2
                order by voucher_id limit $3
                """;
        int rows = Math.min(atOnce, position.left);
        if (rows == 0) {
            return Uni.createFrom().item(List.of());
        }
        return pool.preparedQuery(sql)
                .execute(Tuple.of(batchId, position.after, (long) rows, OffsetDateTime.now(clock)))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(BatchVoucherStore::voucher)
                        .toList())
                .invoke(position::passed);
    }

    private static BatchVoucher voucher(Row row) {
        return new BatchVoucher(
                row.getLong("voucher_id"),
                new VoucherCode(row.getString("code")),
                VoucherStatus.valueOf(row.getString("status")),
                instant(row, "issued_at"),
                instant(row, "first_used_at"),
                instant(row, "expires_at"),
                row.getLong("used_bytes"),
                row.getLong("used_seconds"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }

    /** How far one reader has got. */
    private static final class Position {

        private long after;
        private int left;

        Position(PageRequest part) {
            this.after = part.afterId();
            this.left = part.limit();
        }

        void passed(List<BatchVoucher> vouchers) {
            left -= vouchers.size();
            if (!vouchers.isEmpty()) {
                after = vouchers.getLast().voucherId();
            }
        }
    }
}
