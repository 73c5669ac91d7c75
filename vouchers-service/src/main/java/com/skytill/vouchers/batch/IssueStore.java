package com.skytill.vouchers.batch;

import com.skytill.vouchers.voucher.VoucherCode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The SQL that issues batches: everything of one batch in one transaction, which holds the batch's row; how far it is through
 * other connections, so that it is seen.
 */
@Singleton
final class IssueStore {

    /** A process that hangs, or whose machine is gone without a word, must not hold its batch for hours. */
    private static final String GIVE_UP_SILENT =
            "select set_config('idle_in_transaction_session_timeout', '30s', true)";

    private final Pool pool;

    IssueStore(Pool pool) {
        this.pool = pool;
    }

    /** Does that work in one transaction of its own; a failure rolls it back. */
    <T> Uni<T> inTransaction(Function<Transaction, Uni<T>> work) {
        return pool.withTransaction(connection ->
                connection.query(GIVE_UP_SILENT).execute().flatMap(ignored -> work.apply(new Transaction(connection))));
    }

    /** Begins another attempt; empty when the batch has ended or is to wait. */
    Uni<Optional<Attempt>> begin(DueBatch batch, Instant now) {
        var sql = """
                update voucher_batch_states
                set status = 'RUNNING', issued = 0, attempts = attempts + 1, started_at = $2
                where batch_id = $1 and status in ('QUEUED', 'RUNNING') and next_attempt_at <= $2
                returning attempts
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(batch.batchId(), at(now)))
                .map(rows -> first(rows).map(row -> new Attempt(batch, row.getInteger(0), now)));
    }

    /** Shows how far it is; answers whether it is to go on. */
    Uni<Boolean> progress(Attempt attempt, int issued) {
        var sql = "update voucher_batch_states set issued = $3"
                + " where batch_id = $1 and attempts = $2 and status = 'RUNNING'";
        return pool.preparedQuery(sql)
                .execute(Tuple.of(attempt.batch().batchId(), attempt.number(), issued))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Queues it again, unless it has ended or another has it. */
    Uni<Void> retry(Attempt attempt, String failure, Instant next) {
        var sql = "update voucher_batch_states set status = 'QUEUED', issued = 0, failure = $3, next_attempt_at = $4"
                + " where batch_id = $1 and attempts = $2 and status = 'RUNNING'";
        return pool.preparedQuery(sql)
                .execute(Tuple.of(attempt.batch().batchId(), attempt.number(), failure, at(next)))
                .replaceWithVoid();
    }

    /** Ends it for good, unless it has ended or another has it. */
    Uni<Void> fail(Attempt attempt, String failure, Instant now) {
        var sql = "update voucher_batch_states set status = 'FAILED', issued = 0, failure = $3, ended_at = $4"
                + " where batch_id = $1 and attempts = $2 and status = 'RUNNING'";
        return pool.preparedQuery(sql)
                .execute(Tuple.of(attempt.batch().batchId(), attempt.number(), failure, at(now)))
                .replaceWithVoid();
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The transaction that issues a batch. */
    static final class Transaction {

        private final SqlClient client;

        private Transaction(SqlClient client) {
            this.client = client;
        }

        /** Takes the batch that has waited longest; no other process takes it while this transaction lives. */
        Uni<Optional<DueBatch>> take(Instant now) {
            var sql = """
                    select b.batch_id, b.quantity, b.code_prefix, b.use_before
                    from voucher_batches b join voucher_batch_states s using (batch_id)
                    where s.status in ('QUEUED', 'RUNNING') and s.next_attempt_at <= $1
                    order by s.next_attempt_at, s.batch_id limit 1
                    for no key update of b skip locked
                    """;
            return client.preparedQuery(sql)
                    .execute(Tuple.of(at(now)))
                    .map(rows -> first(rows).map(Transaction::due));
        }

        /** Issues vouchers under these codes; answers how many of them, since a code may be taken. */
        Uni<Integer> issue(Attempt attempt, List<VoucherCode> codes) {
            return allot(codes.size())
                    .flatMap(ids -> addIdentities(attempt, ids, codes)
                            .flatMap(added -> added == codes.size()
                                    ? addVouchers(attempt, ids, codes)
                                    : withoutTaken(ids, codes)
                                            .flatMap(free -> addVouchers(
                                                    attempt,
                                                    free.stream()
                                                            .map(i -> ids[i])
                                                            .toArray(Long[]::new),
                                                    free.stream()
                                                            .map(codes::get)
                                                            .toList()))));
        }

        /** All are issued; answers whether they may stay. Cancelling waits for the end of the transaction from now on. */
        Uni<Boolean> complete(Attempt attempt, Instant now) {
            var sql = "update voucher_batch_states"
                    + " set status = 'COMPLETED', issued = $3, ended_at = $4, failure = null"
                    + " where batch_id = $1 and attempts = $2 and status = 'RUNNING'";
            return client.preparedQuery(sql)
                    .execute(Tuple.of(
                            attempt.batch().batchId(),
                            attempt.number(),
                            attempt.batch().quantity(),
                            at(now)))
                    .map(rows -> rows.rowCount() == 1);
        }

        private Uni<Long[]> allot(int count) {
            return client.preparedQuery(
                            "select array(select nextval('identities_identity_id_seq') from generate_series(1, $1))")
                    .execute(Tuple.of(count))
                    .map(rows -> rows.iterator().next().getArrayOfLongs(0));
        }

        private Uni<Integer> addIdentities(Attempt attempt, Long[] ids, List<VoucherCode> codes) {
            var sql = """
                    insert into identities (identity_id, kind, login_key, status, download_kbps, upload_kbps,
                        capped_download_kbps, capped_upload_kbps, fup_speed_limit_policy_id, fup_speed_boost_policy_id,
                        data_quota, time_quota_seconds, validity_seconds, validity_starts, max_devices, use_before,
                        expires_at)
                    select c.identity_id, 'VOUCHER', c.login_key, 'UNUSED', b.download_kbps, b.upload_kbps,
                        b.capped_download_kbps, b.capped_upload_kbps, b.fup_speed_limit_policy_id,
                        b.fup_speed_boost_policy_id, b.data_quota, b.time_quota_seconds, b.validity_seconds,
                        b.validity_starts, b.max_devices, b.use_before,
                        case when b.validity_starts = 'ISSUE' then $4::timestamptz + make_interval(secs => b.validity_seconds) end
                    from voucher_batches b, unnest($2::bigint[], $3::text[]) as c (identity_id, login_key)
                    where b.batch_id = $1
                    on conflict (login_key) do nothing
                    """;
            var keys = codes.stream().map(VoucherCode::loginKey).toArray(String[]::new);
            return client.preparedQuery(sql)
                    .execute(parameters(attempt, ids, keys))
                    .map(RowSet::rowCount);
        }

        private Uni<Integer> addVouchers(Attempt attempt, Long[] ids, List<VoucherCode> codes) {
            var sql = """
                    insert into vouchers (voucher_id, code, product_id, product_code, product_name, price, comment,
                        hotspot_id, batch_id, issued_at)
                    select c.voucher_id, c.code, b.product_id, b.product_code, b.product_name, b.price, b.comment,
                        b.hotspot_id, b.batch_id, $4
                    from voucher_batches b, unnest($2::bigint[], $3::text[]) as c (voucher_id, code)
                    where b.batch_id = $1
                    """;
            var shown = codes.stream().map(VoucherCode::shown).toArray(String[]::new);
            return client.preparedQuery(sql)
                    .execute(parameters(attempt, ids, shown))
                    .map(RowSet::rowCount);
        }

        /** The places of those whose code was not taken, in order. */
        private Uni<List<Integer>> withoutTaken(Long[] ids, List<VoucherCode> codes) {
            return client.preparedQuery("select array(select identity_id from identities where identity_id = any ($1))")
                    .execute(Tuple.tuple().addArrayOfLong(ids))
                    .map(rows ->
                            new HashSet<>(Arrays.asList(rows.iterator().next().getArrayOfLongs(0))))
                    .map(added -> IntStream.range(0, codes.size())
                            .filter(i -> added.contains(ids[i]))
                            .boxed()
                            .toList());
        }

        private static Tuple parameters(Attempt attempt, Long[] ids, String[] texts) {
            return Tuple.tuple()
                    .addLong(attempt.batch().batchId())
                    .addArrayOfLong(ids)
                    .addArrayOfString(texts)
                    .addOffsetDateTime(at(attempt.at()));
        }

        private static DueBatch due(Row row) {
            var useBefore = row.getOffsetDateTime("use_before");
            return new DueBatch(
                    row.getLong("batch_id"),
                    row.getInteger("quantity"),
                    row.getString("code_prefix"),
                    useBefore == null ? null : useBefore.toInstant());
        }
    }
}
