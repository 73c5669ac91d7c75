package com.skytill.vouchers.voucher;

import com.skytill.vouchers.product.ValidityStart;
import org.hibernate.annotations.Immutable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** A voucher with its identity, as the view {@code voucher_rows} joins them; read only. */
@Entity
@Immutable
@Table(name = "voucher_rows")
class VoucherRow {

    @Id
    @Column(name = "voucher_id")
    Long voucherId;

    String code;

    @Column(name = "product_id")
    long productId;

    @Column(name = "product_code")
    String productCode;

    @Column(name = "product_name")
    String productName;

    @Column(precision = 14, scale = 2)
    BigDecimal price;

    String comment;

    @Column(name = "hotspot_id")
    Long hotspotId;

    @Column(name = "batch_id")
    Long batchId;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Enumerated(EnumType.STRING)
    VoucherStatus status;

    @Column(name = "download_kbps")
    Integer downloadKbps;

    @Column(name = "upload_kbps")
    Integer uploadKbps;

    @Column(name = "data_quota")
    Long dataQuotaBytes;

    @Column(name = "time_quota_seconds")
    Long timeQuotaSeconds;

    @Column(name = "validity_seconds")
    Long validitySeconds;

    @Enumerated(EnumType.STRING)
    @Column(name = "validity_starts")
    ValidityStart validityStarts;

    @Column(name = "max_devices")
    int maxDevices;

    @Column(name = "use_before")
    Instant useBefore;

    @Column(name = "first_used_at")
    Instant firstUsedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "used_bytes")
    long usedBytes;

    @Column(name = "used_seconds")
    long usedSeconds;

    Voucher voucher() {
        return new Voucher(
                status,
                dataQuotaBytes,
                duration(timeQuotaSeconds),
                usedBytes,
                Duration.ofSeconds(usedSeconds),
                useBefore,
                expiresAt);
    }

    static Duration duration(Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
