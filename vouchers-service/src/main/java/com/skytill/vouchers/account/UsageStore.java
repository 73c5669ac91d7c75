package com.skytill.vouchers.account;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads what accounts have used; all in the session of the caller. */
@Singleton
final class UsageStore {

    /** So many months before the running one are shown at the most. */
    static final int MOST_MONTHS = 36;

    /** The running month as it stands now: what the row counts is of its usage_month, which may be over. */
    Uni<MonthUsage> month(long accountId, LocalDate running) {
        var sql = """
                select greatest(i.usage_month, m.running) as month,
                    case when i.usage_month >= m.running then i.month_bytes else 0 end as used_bytes,
                    case when i.usage_month >= m.running then i.month_seconds else 0 end as used_seconds,
                    case when i.kind = 'ACCOUNT' then t.data_cap end as cap,
                    case when i.kind = 'ACCOUNT' then topup_extra(i.identity_id, m.running) else 0 end as topups
                from identities i
                join data_accounts a on a.account_id = i.identity_id
                left join product_terms t on t.product_id = a.product_id,
                (select cast(:running as date) as running) m
                where i.identity_id = :id
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("id", accountId)
                        .setParameter("running", running)
                        .getSingleResult())
                .map(row -> new MonthUsage(
                        row.get("month", LocalDate.class),
                        row.get("used_bytes", Long.class),
                        row.get("used_seconds", Long.class),
                        row.get("cap", Long.class),
                        row.get("topups", Long.class)));
    }

    /** The months before; one that is over and not closed yet stands in the account's row still. */
    Uni<List<PastMonthView>> pastMonths(long accountId, LocalDate running) {
        var sql = """
                select u.month, u.used_bytes, u.used_seconds, u.cap_bytes, u.unused_bytes
                from usage_months u join identities i using (identity_id)
                where u.identity_id = :id and u.month < greatest(i.usage_month, cast(:running as date))
                union all
                select i.usage_month, i.month_bytes, i.month_seconds, t.data_cap, greatest(0, t.data_cap - i.month_bytes)
                from identities i
                join data_accounts a on a.account_id = i.identity_id
                left join product_terms t on t.product_id = a.product_id and i.kind = 'ACCOUNT'
                where i.identity_id = :id and i.usage_month < cast(:running as date)
                order by month desc
                limit :most
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("id", accountId)
                        .setParameter("running", running)
                        .setParameter("most", MOST_MONTHS)
                        .getResultList())
                .map(rows -> rows.stream().map(UsageStore::pastMonth).toList());
    }

    /** The allocation whose terms and counters stand in the account's row. */
    Uni<Optional<AllocationUsageView>> allocation(long accountId, Instant now) {
        var sql = """
                select p.allocation_id, p.product_code, p.product_name, i.data_quota, i.used_bytes, i.time_quota_seconds,
                    i.used_seconds, i.first_used_at, i.expires_at, coalesce(i.expires_at <= cast(:now as timestamptz), false) as over
                from identities i
                join prepaid_allocations p on p.allocation_id = i.allocation_id
                where i.identity_id = :id and i.kind = 'PREPAID'
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("id", accountId)
                        .setParameter("now", now)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(UsageStore::allocation));
    }

    /** The hours of a period in which something was used. */
    Uni<List<Traffic>> hours(long accountId, UsagePeriod period) {
        var sql = """
                select hour, bytes_up, bytes_down, seconds from usage_hours
                where identity_id = :id and hour >= cast(:from as timestamptz) and hour < cast(:to as timestamptz)
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("id", accountId)
                        .setParameter("from", period.from())
                        .setParameter("to", period.to())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Traffic(
                                instant(row, "hour"),
                                row.get("bytes_up", Long.class),
                                row.get("bytes_down", Long.class),
                                row.get("seconds", Long.class)))
                        .toList());
    }

    private static PastMonthView pastMonth(Tuple row) {
        return new PastMonthView(
                row.get("month", LocalDate.class),
                row.get("used_bytes", Long.class),
                Duration.ofSeconds(row.get("used_seconds", Long.class)),
                row.get("cap_bytes", Long.class),
                row.get("unused_bytes", Long.class));
    }

    private static AllocationUsageView allocation(Tuple row) {
        boolean over = row.get("over", Boolean.class);
        long usedBytes = row.get("used_bytes", Long.class);
        long usedSeconds = row.get("used_seconds", Long.class);
        Long dataQuota = row.get("data_quota", Long.class);
        Long timeQuota = row.get("time_quota_seconds", Long.class);
        return new AllocationUsageView(
                row.get("allocation_id", Long.class),
                row.get("product_code", String.class),
                row.get("product_name", String.class),
                dataQuota,
                usedBytes,
                left(dataQuota, usedBytes, over),
                duration(timeQuota),
                Duration.ofSeconds(usedSeconds),
                duration(left(timeQuota, usedSeconds, over)),
                instant(row, "first_used_at"),
                instant(row, "expires_at"));
    }

    /** Nothing is left when its lifetime is over, whoever writes that down later. */
    private static Long left(Long quota, long used, boolean over) {
        if (over) {
            return 0L;
        }
        return quota == null ? null : (Long) Math.max(0, quota - used);
    }

    private static Duration duration(Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    /** PostgreSQL's timestamptz, as native queries give it. */
    private static Instant instant(Tuple row, String column) {
        var value = row.get(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
