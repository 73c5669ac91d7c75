package com.skytill.vouchers.prepaid;

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

/** An allocation with its account, and its counters wherever they are now: the view {@code prepaid_allocation_rows}; read only. */
@Entity
@Immutable
@Table(name = "prepaid_allocation_rows")
class AllocationRow {

    @Id
    @Column(name = "allocation_id")
    Long allocationId;

    @Column(name = "account_id")
    long accountId;

    String username;

    @Column(name = "product_id")
    long productId;

    @Column(name = "product_code")
    String productCode;

    @Column(name = "product_name")
    String productName;

    @Column(precision = 14, scale = 2)
    BigDecimal price;

    String comment;

    /** As it was written down last, which is what the index knows. */
    @Enumerated(EnumType.STRING)
    @Column(name = "stored_status")
    AllocationStatus storedStatus;

    /** As its counters say; only an end by time may have come since. */
    @Enumerated(EnumType.STRING)
    AllocationStatus status;

    @Column(name = "download_kbps")
    Integer downloadKbps;

    @Column(name = "upload_kbps")
    Integer uploadKbps;

    @Column(name = "capped_download_kbps")
    Integer cappedDownloadKbps;

    @Column(name = "capped_upload_kbps")
    Integer cappedUploadKbps;

    @Column(name = "fup_speed_limit_policy_id")
    Long fupSpeedLimitPolicyId;

    @Column(name = "fup_speed_boost_policy_id")
    Long fupSpeedBoostPolicyId;

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

    @Column(name = "allocated_at")
    Instant allocatedAt;

    @Column(name = "first_used_at")
    Instant firstUsedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "used_bytes")
    long usedBytes;

    @Column(name = "used_seconds")
    long usedSeconds;

    @Column(name = "in_use")
    boolean inUse;

    @Column(name = "transferred_from")
    Long transferredFrom;

    @Column(name = "transferred_to")
    Long transferredTo;

    @Column(name = "transferred_at")
    Instant transferredAt;

    Allocation allocation() {
        return new Allocation(
                status,
                dataQuotaBytes,
                duration(timeQuotaSeconds),
                usedBytes,
                Duration.ofSeconds(usedSeconds),
                expiresAt);
    }

    static Duration duration(Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
