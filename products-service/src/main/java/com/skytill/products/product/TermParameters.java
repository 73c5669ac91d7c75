package com.skytill.products.product;

import com.skytill.platform.parameter.NumberParameter;
import com.skytill.platform.parameter.Parameter;
import com.skytill.platform.parameter.ParameterReader;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** A data product's terms as parameters: read alike when it is added and when it is changed. */
final class TermParameters {

    private TermParameters() {}

    static NumberParameter<Integer> downloadKbps(ParameterReader in) {
        return in.speedKbps("download_kbps", "Speed towards the customer, in kbit/s");
    }

    static NumberParameter<Integer> uploadKbps(ParameterReader in) {
        return in.speedKbps("upload_kbps", "Speed from the customer, in kbit/s");
    }

    static NumberParameter<Long> dataCap(ParameterReader in) {
        return in.size("data_cap", "Data before the cap: bytes, or with a unit such as 5 GB");
    }

    static NumberParameter<Integer> cappedDownloadKbps(ParameterReader in) {
        return in.speedKbps("capped_download_kbps", "Speed towards the customer after the cap, in kbit/s");
    }

    static NumberParameter<Integer> cappedUploadKbps(ParameterReader in) {
        return in.speedKbps("capped_upload_kbps", "Speed from the customer after the cap, in kbit/s");
    }

    static Parameter<Duration> timeQuota(ParameterReader in) {
        return ofSeconds(in.duration("time_quota", "Online time that is sold"));
    }

    static Parameter<Duration> validity(ParameterReader in) {
        return ofSeconds(in.duration("validity", "Lifetime of what is sold"));
    }

    static Parameter<ValidityStart> validityStarts(ParameterReader in) {
        return in.choice("validity_starts", "When the lifetime begins; first_use when absent", ValidityStart.class);
    }

    static NumberParameter<Integer> maxDevices(ParameterReader in) {
        return in.number("max_devices", "Devices online at once").between(1, 1000);
    }

    static NumberParameter<Long> speedLimitPolicy(ParameterReader in) {
        return in.id("fup_speed_limit_policy_id", "The fair-use policy that slows heavy use down");
    }

    static NumberParameter<Long> speedBoostPolicy(ParameterReader in) {
        return in.id("fup_speed_boost_policy_id", "The fair-use policy that speeds quiet hours up");
    }

    static Parameter<Boolean> addOverusageOnTopup(ParameterReader in) {
        return in.flag("add_overusage_on_topup", "Whether a top-up forgives what was used past the cap");
    }

    static NumberParameter<Integer> rolloverMonths(ParameterReader in) {
        return in.number("rollover_months", "For how many months unused data rolls over")
                .between(0, 24);
    }

    private static Parameter<Duration> ofSeconds(Parameter<Duration> duration) {
        return duration.which(value -> value.equals(value.truncatedTo(ChronoUnit.SECONDS)), "must be of whole seconds");
    }
}
