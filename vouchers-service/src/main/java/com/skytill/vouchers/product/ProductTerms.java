package com.skytill.vouchers.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.math.BigDecimal;

/** What a product gives, as this service last heard from products-service. Null means absent: unlimited. */
@Entity
@Table(name = "product_terms")
public class ProductTerms {

    @Id
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
    Integer downloadKbps;

    @Column(name = "upload_kbps")
    Integer uploadKbps;

    @Column(name = "data_cap")
    Long dataCapBytes;

    @Column(name = "time_quota_seconds")
    Long timeQuotaSeconds;

    @Column(name = "validity_seconds")
    Long validitySeconds;

    @Enumerated(EnumType.STRING)
    @Column(name = "validity_starts")
    ValidityStart validityStarts;

    @Column(name = "max_devices")
    Integer maxDevices;

    @Column(name = "capped_download_kbps")
    Integer cappedDownloadKbps;

    @Column(name = "capped_upload_kbps")
    Integer cappedUploadKbps;

    @Column(name = "fup_speed_limit_policy_id")
    Long speedLimitPolicyId;

    @Column(name = "fup_speed_boost_policy_id")
    Long speedBoostPolicyId;

    @Column(name = "add_overusage_on_topup")
    boolean addOverusageOnTopup;

    @Column(name = "rollover_months")
    int rolloverMonths;

    /** The ID that products-service gave it. */
    public long productId() {
        return productId;
    }

    /** The WISP's own code for it. */
    public String productCode() {
        return productCode;
    }

    /** What customers call it. */
    public String name() {
        return name;
    }

    /** What it is sold for. */
    public ProductKind kind() {
        return kind;
    }

    /** Whether it may still be sold. */
    public ProductStatus status() {
        return status;
    }

    /** The standard price, VAT included. */
    public BigDecimal price() {
        return price;
    }

    /** Speed towards the customer in kbit/s; null is unlimited, 0 is zero. */
    public Integer downloadKbps() {
        return downloadKbps;
    }

    /** Speed from the customer in kbit/s; null is unlimited, 0 is zero. */
    public Integer uploadKbps() {
        return uploadKbps;
    }

    /** Data in bytes, both directions together; null is unlimited. */
    public Long dataCapBytes() {
        return dataCapBytes;
    }

    /** Online time in seconds; null is unlimited. */
    public Long timeQuotaSeconds() {
        return timeQuotaSeconds;
    }

    /** Lifetime in seconds; null is for ever. */
    public Long validitySeconds() {
        return validitySeconds;
    }

    /** When the lifetime begins; null when there is none. */
    public ValidityStart validityStarts() {
        return validityStarts;
    }

    /** Devices online at once; null when the product does not say. */
    public Integer maxDevices() {
        return maxDevices;
    }

    /** Speed towards the customer past the cap in kbit/s; null when the cap is hard, or there is none. */
    public Integer cappedDownloadKbps() {
        return cappedDownloadKbps;
    }

    /** Speed from the customer past the cap in kbit/s; null when the cap is hard, or there is none. */
    public Integer cappedUploadKbps() {
        return cappedUploadKbps;
    }

    /** The fair-use policy that slows down; null for none. */
    public Long speedLimitPolicyId() {
        return speedLimitPolicyId;
    }

    /** The fair-use policy that speeds up; null for none. */
    public Long speedBoostPolicyId() {
        return speedBoostPolicyId;
    }

    /** Whether a top-up gives the full speed back whatever was used past the cap. */
    public boolean addOverusageOnTopup() {
        return addOverusageOnTopup;
    }

    /** For how many months unused data roll over; 0 when they do not. */
    public int rolloverMonths() {
        return rolloverMonths;
    }
}
