package com.skytill.vouchers.batch;

import com.skytill.vouchers.product.ValidityStart;
import org.hibernate.annotations.Immutable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.math.BigDecimal;
import java.time.Instant;

/** A batch and how far it is, as the view {@code voucher_batch_rows} joins them; read only. */
@Entity
@Immutable
@Table(name = "voucher_batch_rows")
class BatchRow {

    @Id
    @Column(name = "batch_id")
    Long batchId;

    int quantity;

    @Column(name = "code_prefix")
    String codePrefix;

    @Column(name = "product_id")
    long productId;

    @Column(name = "product_code")
    String productCode;

    @Column(name = "product_name")
    String productName;

    @Column(precision = 14, scale = 2)
    BigDecimal price;

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

    String comment;

    @Column(name = "hotspot_id")
    Long hotspotId;

    @Column(name = "created_at")
    Instant createdAt;

    @Enumerated(EnumType.STRING)
    BatchStatus status;

    int issued;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    String failure;
}
