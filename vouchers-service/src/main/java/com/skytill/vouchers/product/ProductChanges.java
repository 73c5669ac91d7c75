package com.skytill.vouchers.product;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.skytill.vouchers.replica.Pages;
import io.quarkus.runtime.annotations.RegisterForReflection;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A page of products-service's answer, as far as this service reads it. For Jackson. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record ProductChanges(
        @JsonProperty("items") List<Item> items,
        @JsonProperty("next") String next,
        @JsonProperty("changed_through") long changedThrough) {

    /** The same for whoever walks through the pages. */
    Pages.Page<Item> page() {
        return new Pages.Page<>(items, next, changedThrough);
    }

    /** One product. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(
            @JsonProperty("product_id") long productId,
            @JsonProperty("product_code") String productCode,
            @JsonProperty("name") String name,
            @JsonProperty("kind") String kind,
            @JsonProperty("status") String status,
            @JsonProperty("price") BigDecimal price,
            @JsonProperty("download_kbps") Integer downloadKbps,
            @JsonProperty("upload_kbps") Integer uploadKbps,
            @JsonProperty("data_cap") Long dataCapBytes,
            @JsonProperty("capped_download_kbps") Integer cappedDownloadKbps,
            @JsonProperty("capped_upload_kbps") Integer cappedUploadKbps,
            @JsonProperty("time_quota") String timeQuota,
            @JsonProperty("validity") String validity,
            @JsonProperty("validity_starts") String validityStarts,
            @JsonProperty("max_devices") Integer maxDevices,
            @JsonProperty("fup_speed_limit_policy_id") Long speedLimitPolicyId,
            @JsonProperty("fup_speed_boost_policy_id") Long speedBoostPolicyId,
            @JsonProperty("add_overusage_on_topup") boolean addOverusageOnTopup,
            @JsonProperty("rollover_months") int rolloverMonths,
            @JsonProperty("fup_speed_limit_policy") Map<String, Object> speedLimitPolicy,
            @JsonProperty("fup_speed_boost_policy") Map<String, Object> speedBoostPolicy) {

        Item {
            if ((speedLimitPolicyId != null && speedLimitPolicy == null)
                    || (speedBoostPolicyId != null && speedBoostPolicy == null)) {
                throw new IllegalArgumentException(
                        "Product " + productId + " names a policy without saying what it is");
            }
        }

        Long timeQuotaSeconds() {
            return seconds(timeQuota);
        }

        Long validitySeconds() {
            return seconds(validity);
        }

        private static Long seconds(String duration) {
            return duration == null ? null : Duration.parse(duration).toSeconds();
        }
    }
}
