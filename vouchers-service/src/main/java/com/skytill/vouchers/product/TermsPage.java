package com.skytill.vouchers.product;

import com.skytill.vouchers.speed.PolicyDefinition;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A page of products-service's answer as the rows of {@link TermsStore}'s tables. */
final class TermsPage {

    private TermsPage() {}

    /** Fails when it has a policy that this service does not understand: it would be kept for ever. */
    static JsonObject of(List<ProductChanges.Item> items) {
        var terms = new JsonArray();
        var limits = new TreeMap<Long, JsonObject>();
        var boosts = new TreeMap<Long, JsonObject>();
        for (var item : items) {
            terms.add(terms(item));
            if (item.speedLimitPolicyId() != null) {
                limits.computeIfAbsent(
                        item.speedLimitPolicyId(), id -> limit(id, new JsonObject(item.speedLimitPolicy())));
            }
            if (item.speedBoostPolicyId() != null) {
                boosts.computeIfAbsent(
                        item.speedBoostPolicyId(), id -> boost(id, new JsonObject(item.speedBoostPolicy())));
            }
        }
        return new JsonObject()
                .put("terms", terms)
                .put("limits", new JsonArray(List.copyOf(limits.values())))
                .put("boosts", new JsonArray(List.copyOf(boosts.values())));
    }

    private static JsonObject terms(ProductChanges.Item item) {
        return new JsonObject()
                .put("product_id", item.productId())
                .put("product_code", item.productCode())
                .put("name", item.name())
                .put("kind", item.kind().toUpperCase(Locale.ROOT))
                .put("status", item.status().toUpperCase(Locale.ROOT))
                .put("price", item.price().toPlainString())
                .put("download_kbps", item.downloadKbps())
                .put("upload_kbps", item.uploadKbps())
                .put("data_cap", item.dataCapBytes())
                .put("capped_download_kbps", item.cappedDownloadKbps())
                .put("capped_upload_kbps", item.cappedUploadKbps())
                .put("time_quota_seconds", item.timeQuotaSeconds())
                .put("validity_seconds", item.validitySeconds())
                .put("validity_starts", upper(item.validityStarts()))
                .put("max_devices", item.maxDevices())
                .put("fup_speed_limit_policy_id", item.speedLimitPolicyId())
                .put("fup_speed_boost_policy_id", item.speedBoostPolicyId())
                .put("add_overusage_on_topup", item.addOverusageOnTopup())
                .put("rollover_months", item.rolloverMonths());
    }

    private static JsonObject limit(long policyId, JsonObject definition) {
        return new JsonObject()
                .put("policy_id", policyId)
                .put(
                        "window_seconds",
                        PolicyDefinition.limit(definition).window().toSeconds())
                .put("definition", definition);
    }

    private static JsonObject boost(long policyId, JsonObject definition) {
        PolicyDefinition.boost(definition);
        return new JsonObject().put("policy_id", policyId).put("definition", definition);
    }

    private static String upper(String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }
}
