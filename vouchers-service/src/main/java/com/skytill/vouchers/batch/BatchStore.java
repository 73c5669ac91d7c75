package com.skytill.vouchers.batch;

import com.skytill.platform.list.EntityList;
import com.skytill.vouchers.voucher.VoucherStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The SQL of batches as people ask for them; all in the session of the caller. */
@Singleton
final class BatchStore {

    /** Queues it with its product's present terms. */
    Uni<Long> add(NewBatch batch, Instant now) {
        var sql = """
                with added as (
                    insert into voucher_batches (quantity, code_prefix, product_id, product_code, product_name, price,
                        download_kbps, upload_kbps, capped_download_kbps, capped_upload_kbps, fup_speed_limit_policy_id,
                        fup_speed_boost_policy_id, data_quota, time_quota_seconds, validity_seconds, validity_starts,
                        max_devices, use_before, comment, hotspot_id, created_at)
                    select :quantity, cast(:prefix as text), product_id, product_code, name,
                        coalesce(cast(:price as numeric), price), download_kbps, upload_kbps, capped_download_kbps,
                        capped_upload_kbps, fup_speed_limit_policy_id, fup_speed_boost_policy_id, data_cap,
                        time_quota_seconds, validity_seconds, validity_starts, coalesce(max_devices, 1),
                        cast(:useBefore as timestamptz), cast(:comment as text), cast(:hotspotId as bigint),
                        cast(:now as timestamptz)
                    from product_terms where product_id = :productId
                    returning batch_id)
                insert into voucher_batch_states (batch_id, status, next_attempt_at)
                select batch_id, 'QUEUED', cast(:now as timestamptz) from added
                returning batch_id
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Long.class)
                        .setParameter("quantity", batch.quantity())
                        .setParameter("prefix", batch.prefix())
                        .setParameter("price", batch.price())
                        .setParameter("useBefore", batch.useBefore())
                        .setParameter("comment", batch.comment())
                        .setParameter("hotspotId", batch.hotspotId())
                        .setParameter("now", now)
                        .setParameter("productId", batch.productId())
                        .getSingleResult());
    }

    Uni<Optional<BatchRow>> find(long batchId) {
        return Panache.getSession()
                .flatMap(session -> session.find(BatchRow.class, batchId))
                .map(Optional::ofNullable);
    }

    Uni<BatchRow> get(long batchId) {
        return find(batchId).map(Optional::orElseThrow);
    }

    /** Its status, which stays until the transaction ends: who issues it can't complete it meanwhile. */
    Uni<Optional<BatchStatus>> lock(long batchId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select status from voucher_batch_states where batch_id = :id for no key update",
                                String.class)
                        .setParameter("id", batchId)
                        .getSingleResultOrNull())
                .map(status -> Optional.ofNullable(status).map(BatchStatus::valueOf));
    }

    /** Whoever issues it finds that it is not to go on, and takes everything back. */
    Uni<Void> cancel(long batchId, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("""
                                update voucher_batch_states
                                set status = 'CANCELLED', issued = 0, ended_at = cast(:now as timestamptz)
                                where batch_id = :id
                                """)
                        .setParameter("now", now)
                        .setParameter("id", batchId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The batches in the order of their IDs. */
    Uni<List<BatchRow>> list(BatchFilter filter) {
        boolean byId = filter.product() != null && filter.product().matches("\\d{1,18}");
        Long productId = byId ? Long.valueOf(filter.product()) : null;
        String code = byId || filter.product() == null ? null : filter.product().toLowerCase(Locale.ROOT);
        return EntityList.of(BatchRow.class)
                .where("batchId > :after", "after", filter.page().afterId())
                .where("status = :status", "status", filter.status())
                .where("productId = :productId", "productId", productId)
                .where("lower(productCode) = :productCode", "productCode", code)
                .where("createdAt >= :from", "from", filter.from())
                .where("createdAt < :to", "to", filter.to())
                .inOrderOf("batchId", filter.page().limit() + 1);
    }

    /** How many of its vouchers have which status at that instant. */
    Uni<BatchVouchersView> vouchers(long batchId, Instant now) {
        var sql = """
                select voucher_status_at(i.status, i.expires_at, i.use_before, cast(:now as timestamptz)) as status,
                    count(*) as vouchers
                from vouchers v join identities i on i.identity_id = v.voucher_id
                where v.batch_id = :id
                group by 1
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("now", now)
                        .setParameter("id", batchId)
                        .getResultList())
                .map(rows -> BatchVouchersView.of(rows.stream()
                        .collect(Collectors.toMap(
                                row -> VoucherStatus.valueOf(row.get("status", String.class)),
                                row -> row.get("vouchers", Long.class)))));
    }
}
