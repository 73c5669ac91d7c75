package com.skytill.products.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** A data product as it is kept. */
@Entity
@Table(name = "data_products")
class DataProduct {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "product_id")
    Long productId;

    @Column(name = "product_code")
    String productCode;

    String name;

    @Enumerated(EnumType.STRING)
    ProductKind kind;

    @Enumerated(EnumType.STRING)
    ProductStatus status;

    @Column(precision = 14, scale = 2)
    BigDecimal price;

    @Column(name = "download_kbps")
    int downloadKbps;

    @Column(name = "upload_kbps")
    int uploadKbps;

    @Column(name = "data_cap")
    Long dataCapBytes;

    @Column(name = "capped_download_kbps")
    Integer cappedDownloadKbps;

    @Column(name = "capped_upload_kbps")
    Integer cappedUploadKbps;

    @Column(name = "time_quota_seconds")
    Long timeQuotaSeconds;

    @Column(name = "validity_seconds")
    Long validitySeconds;

    @Enumerated(EnumType.STRING)
    @Column(name = "validity_starts")
    ValidityStart validityStarts;

    @Column(name = "max_devices")
    Integer maxDevices;

    @Column(name = "fup_speed_limit_policy_id")
    Long fupSpeedLimitPolicyId;

    @Column(name = "fup_speed_boost_policy_id")
    Long fupSpeedBoostPolicyId;

    @Column(name = "add_overusage_on_topup")
    boolean addOverusageOnTopup;

    @Column(name = "rollover_months")
    int rolloverMonths;

    @Column(name = "group_id")
    Long groupId;

    @Column(name = "type_id")
    Long typeId;

    String description;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "retired_at")
    Instant retiredAt;

    /** What searches look at; the database's own: see the migration. */
    @Column(name = "search_text", insertable = false, updatable = false)
    String searchText;

    /** The database's own: see the migration. */
    @Column(name = "change_number", insertable = false, updatable = false)
    Long changeNumber;

    void set(Draft draft) {
        name = draft.name();
        productCode = draft.productCode();
        price = draft.price();
        fupSpeedLimitPolicyId = draft.fupSpeedLimitPolicyId();
        fupSpeedBoostPolicyId = draft.fupSpeedBoostPolicyId();
        groupId = draft.groupId();
        typeId = draft.typeId();
        description = draft.description();
        setTerms(draft.terms());
    }

    Draft draft() {
        return new Draft(
                name,
                productCode,
                price,
                terms(),
                fupSpeedLimitPolicyId,
                fupSpeedBoostPolicyId,
                groupId,
                typeId,
                description);
    }

    private void setTerms(Terms terms) {
        kind = terms.kind();
        downloadKbps = terms.downloadKbps();
        uploadKbps = terms.uploadKbps();
        dataCapBytes = terms.dataCapBytes();
        cappedDownloadKbps = terms.cappedDownloadKbps();
        cappedUploadKbps = terms.cappedUploadKbps();
        timeQuotaSeconds = seconds(terms.timeQuota());
        validitySeconds = seconds(terms.validity());
        // A lifetime that does not say when it starts, starts at the first use (domain: vouchers).
        validityStarts = terms.validity() != null && terms.validityStarts() == null
                ? ValidityStart.FIRST_USE
                : terms.validityStarts();
        maxDevices = terms.maxDevices();
        addOverusageOnTopup = terms.addOverusageOnTopup();
        rolloverMonths = terms.rolloverMonths();
    }

    private Terms terms() {
        return new Terms(
                kind,
                downloadKbps,
                uploadKbps,
                dataCapBytes,
                cappedDownloadKbps,
                cappedUploadKbps,
                duration(timeQuotaSeconds),
                duration(validitySeconds),
                validityStarts,
                maxDevices,
                addOverusageOnTopup,
                rolloverMonths);
    }

    private static Long seconds(Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    private static Duration duration(Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
