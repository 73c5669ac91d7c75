package com.skytill.vouchers.voucher;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The SQL of vouchers; all in the session of the caller. */
@Singleton
final class VoucherStore {

    /** Issues it under that code; empty when the code is taken. */
    Uni<Optional<Long>> issue(NewVoucher voucher, VoucherCode code) {
        var sql = """
                with added as (
                    insert into identities (kind, login_key, status, download_kbps, upload_kbps, data_quota,
                        time_quota_seconds, validity_seconds, validity_starts, max_devices, use_before, expires_at,
                        capped_download_kbps, capped_upload_kbps, fup_speed_limit_policy_id, fup_speed_boost_policy_id)
                    values ('VOUCHER', :loginKey, 'UNUSED', cast(:down as integer), cast(:up as integer),
                        cast(:data as bigint), cast(:time as bigint), cast(:validity as bigint), cast(:starts as text),
                        :devices, cast(:useBefore as timestamptz), cast(:expiresAt as timestamptz),
                        cast(:cappedDown as integer), cast(:cappedUp as integer), cast(:limitPolicy as bigint),
                        cast(:boostPolicy as bigint))
                    on conflict (login_key) do nothing
                    returning identity_id)
                insert into vouchers (voucher_id, code, product_id, product_code, product_name, price, comment, hotspot_id,
                    issued_at)
                select identity_id, :code, :productId, :productCode, :productName, cast(:price as numeric),
                    cast(:comment as text), cast(:hotspotId as bigint), cast(:issuedAt as timestamptz)
                from added
                returning voucher_id
                """;
        var terms = voucher.terms();
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Long.class)
                        .setParameter("loginKey", code.loginKey())
                        .setParameter("down", terms.downloadKbps())
                        .setParameter("up", terms.uploadKbps())
                        .setParameter("data", terms.dataCapBytes())
                        .setParameter("time", terms.timeQuotaSeconds())
                        .setParameter("validity", terms.validitySeconds())
                        .setParameter(
                                "starts",
                                terms.validityStarts() == null
                                        ? null
                                        : terms.validityStarts().name())
                        .setParameter("devices", voucher.maxDevices())
                        .setParameter("useBefore", voucher.useBefore())
                        .setParameter("expiresAt", voucher.expiresAt())
                        .setParameter("cappedDown", terms.cappedDownloadKbps())
                        .setParameter("cappedUp", terms.cappedUploadKbps())
                        .setParameter("limitPolicy", terms.speedLimitPolicyId())
                        .setParameter("boostPolicy", terms.speedBoostPolicyId())
                        .setParameter("code", code.shown())
                        .setParameter("productId", terms.productId())
                        .setParameter("productCode", terms.productCode())
                        .setParameter("productName", terms.name())
                        .setParameter("price", voucher.price())
                        .setParameter("comment", voucher.comment())
                        .setParameter("hotspotId", voucher.hotspotId())
                        .setParameter("issuedAt", voucher.issuedAt())
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    Uni<VoucherRow> get(long voucherId) {
        return find("voucher_id = :key", voucherId, "").map(Optional::orElseThrow);
    }

    Uni<Optional<VoucherRow>> find(VoucherReference reference) {
        return find(reference, "");
    }

    /** The voucher, locked until the transaction ends: no login and no accounting meanwhile. */
    Uni<Optional<VoucherRow>> lock(VoucherReference reference) {
        return find(reference, " for no key update");
    }

    /** Writes down that it has expired, and puts its running sessions into the outbox; answers how many. */
    Uni<Integer> expire(long voucherId, Instant now) {
        var sql = """
                with ended as (
                    update identities set status = 'EXPIRED' where identity_id = :id returning identity_id)
                select disconnect_sessions(identity_id, null, 'expired', cast(:now as timestamptz)) from ended
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Integer.class)
                        .setParameter("id", voucherId)
                        .setParameter("now", now)
                        .getSingleResult());
    }

    /** The vouchers in the order of their IDs. */
    Uni<List<VoucherRow>> list(VoucherFilter filter, Instant now) {
        boolean byId = filter.product() != null && filter.product().matches("\\d{1,18}");
        var sql = """
                select * from voucher_rows
                where voucher_id > :after
                and (cast(:status as text) is null
                    or voucher_status_at(status, expires_at, use_before, cast(:now as timestamptz)) = :status)
                and (cast(:productId as bigint) is null or product_id = :productId)
                and (cast(:productCode as text) is null or lower(product_code) = :productCode)
                and (cast(:batchId as bigint) is null or batch_id = :batchId)
                and (cast(:hotspotId as bigint) is null or hotspot_id = :hotspotId)
                and (cast(:loginKey as text) is null
                    or voucher_id = (select identity_id from identities where login_key = :loginKey))
                and (cast(:from as timestamptz) is null or issued_at >= :from)
                and (cast(:to as timestamptz) is null or issued_at < :to)
                order by voucher_id
                limit :rows
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, VoucherRow.class)
                        .setParameter("after", filter.page().afterId())
                        .setParameter(
                                "status",
                                filter.status() == null ? null : filter.status().name())
                        .setParameter("now", now)
                        .setParameter("productId", byId ? Long.valueOf(filter.product()) : null)
                        .setParameter(
                                "productCode",
                                byId || filter.product() == null
                                        ? null
                                        : filter.product().toLowerCase(Locale.ROOT))
                        .setParameter("batchId", filter.batchId())
                        .setParameter("hotspotId", filter.hotspotId())
                        .setParameter("loginKey", filter.code() == null ? null : VoucherCode.loginKey(filter.code()))
                        .setParameter("from", filter.from())
                        .setParameter("to", filter.to())
                        .setParameter("rows", filter.page().limit() + 1)
                        .getResultList());
    }

    private static Uni<Optional<VoucherRow>> find(VoucherReference reference, String lock) {
        return reference.voucherId() == null
                ? find(
                        "voucher_id = (select identity_id from identities where login_key = :key and kind = 'VOUCHER')",
                        VoucherCode.loginKey(reference.code()),
                        lock)
                : find("voucher_id = :key", reference.voucherId(), lock);
    }

    private static Uni<Optional<VoucherRow>> find(String condition, Object key, String lock) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select * from voucher_rows where " + condition + lock, VoucherRow.class)
                        .setParameter("key", key)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }
}
