package com.skytill.local.demonstration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** What a voucher's past changes about the voucher itself. */
final class VoucherRows {

    private static final String UPDATE = """
            with past as (
                select * from unnest(?, ?, ?, ?, ?, ?, ?) as p (id, issued_at, first_used_at, expires_at, status, bytes, seconds)),
            issued as (
                update vouchers v set issued_at = p.issued_at from past p where v.voucher_id = p.id)
            update identities i set first_used_at = p.first_used_at, expires_at = p.expires_at, status = p.status,
                used_bytes = p.bytes, used_seconds = p.seconds
            from past p where i.identity_id = p.id
            """;

    private final Columns columns =
            new Columns("bigint", "timestamptz", "timestamptz", "timestamptz", "text", "bigint", "bigint");

    void add(long voucher, Instant issuedAt, History history) {
        columns.add(
                voucher,
                HistoryLoader.timestamp(issuedAt),
                HistoryLoader.timestamp(history.firstUse()),
                HistoryLoader.timestamp(history.expiresAt()),
                history.status(),
                history.usedBytes(),
                history.usedSeconds());
    }

    void addUnused(long voucher, Instant issuedAt, Terms terms) {
        var expiresAt = terms.fromIssue() && terms.validity() != null ? issuedAt.plus(terms.validity()) : null;
        columns.add(
                voucher, HistoryLoader.timestamp(issuedAt), null, HistoryLoader.timestamp(expiresAt), "UNUSED", 0L, 0L);
    }

    void write(Connection connection) throws SQLException {
        columns.execute(connection, UPDATE);
    }
}
