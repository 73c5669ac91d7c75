package com.skytill.products.product;

import com.skytill.platform.parameter.Cleared;
import com.skytill.platform.parameter.ParameterReader;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** What is to become of a data product; what is null, and not cleared, stays as it is. */
record DataProductChanges(
        String name,
        String productCode,
        BigDecimal price,
        Integer downloadKbps,
        Integer uploadKbps,
        Long dataCap,
        Integer cappedDownloadKbps,
        Integer cappedUploadKbps,
        Duration timeQuota,
        Duration validity,
        ValidityStart validityStarts,
        Integer maxDevices,
        Boolean addOverusageOnTopup,
        Integer rolloverMonths,
        Long fupSpeedLimitPolicyId,
        Long fupSpeedBoostPolicyId,
        Long groupId,
        Long typeId,
        String description,
        Cleared cleared) {

    private static final List<String> CLEARABLE = List.of(
            "data_cap",
            "capped_download_kbps",
            "capped_upload_kbps",
            "time_quota",
            "validity",
            "validity_starts",
            "max_devices",
            "fup_speed_limit_policy_id",
            "fup_speed_boost_policy_id",
            "group_id",
            "type_id",
            "description");

    private static final List<String> OTHERS = List.of(
            "name",
            "product_code",
            "price",
            "download_kbps",
            "upload_kbps",
            "add_overusage_on_topup",
            "rollover_months");

    static DataProductChanges read(ParameterReader in) {
        var changes = new DataProductChanges(
                ProductParameters.name(in).optional(),
                ProductParameters.code(in).optional(),
                ProductParameters.price(in).optional(),
                TermParameters.downloadKbps(in).optional(),
                TermParameters.uploadKbps(in).optional(),
                TermParameters.dataCap(in).optional(),
                TermParameters.cappedDownloadKbps(in).optional(),
                TermParameters.cappedUploadKbps(in).optional(),
                TermParameters.timeQuota(in).optional(),
                TermParameters.validity(in).optional(),
                TermParameters.validityStarts(in).optional(),
                TermParameters.maxDevices(in).optional(),
                TermParameters.addOverusageOnTopup(in).optional(),
                TermParameters.rolloverMonths(in).optional(),
                TermParameters.speedLimitPolicy(in).optional(),
                TermParameters.speedBoostPolicy(in).optional(),
                ProductParameters.groupId(in).optional(),
                ProductParameters.typeId(in).optional(),
                ProductParameters.description(in).optional(),
                Cleared.read(in, CLEARABLE));
        Cleared.requireSome(in, OTHERS, CLEARABLE);
        return changes;
    }

    /** The product as it becomes. */
    Draft of(Draft before) {
        return new Draft(
                name == null ? before.name() : name,
                productCode == null ? before.productCode() : productCode,
                price == null ? before.price() : price,
                of(before.terms()),
                cleared.pick("fup_speed_limit_policy_id", fupSpeedLimitPolicyId, before.fupSpeedLimitPolicyId()),
                cleared.pick("fup_speed_boost_policy_id", fupSpeedBoostPolicyId, before.fupSpeedBoostPolicyId()),
                cleared.pick("group_id", groupId, before.groupId()),
                cleared.pick("type_id", typeId, before.typeId()),
                cleared.pick("description", description, before.description()));
    }

    private Terms of(Terms before) {
        // When a lifetime begins goes with the lifetime: it is there without having been given.
        var startsBefore = cleared.has("validity") ? null : before.validityStarts();
        return new Terms(
                before.kind(),
                downloadKbps == null ? before.downloadKbps() : downloadKbps,
                uploadKbps == null ? before.uploadKbps() : uploadKbps,
                cleared.pick("data_cap", dataCap, before.dataCapBytes()),
                cleared.pick("capped_download_kbps", cappedDownloadKbps, before.cappedDownloadKbps()),
                cleared.pick("capped_upload_kbps", cappedUploadKbps, before.cappedUploadKbps()),
                cleared.pick("time_quota", timeQuota, before.timeQuota()),
                cleared.pick("validity", validity, before.validity()),
                cleared.pick("validity_starts", validityStarts, startsBefore),
                cleared.pick("max_devices", maxDevices, before.maxDevices()),
                addOverusageOnTopup == null ? before.addOverusageOnTopup() : addOverusageOnTopup,
                rolloverMonths == null ? before.rolloverMonths() : rolloverMonths);
    }
}
