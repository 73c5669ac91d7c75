package com.skytill.products.fup;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.LocalDate;
import java.util.List;

/** A speed boost policy as answers show it, also within the products that have it. For Jackson. */
@RegisterForReflection
public record FupSpeedBoostPolicyView(
        long fupSpeedBoostPolicyId,
        String name,
        List<FupWindowView> schedule,
        List<LocalDate> publicHolidays,
        Integer downloadBoostKbps,
        Integer downloadBoostPercent,
        Integer uploadBoostKbps,
        Integer uploadBoostPercent,
        boolean appliesWhileLimited,
        boolean appliesWhenCapped) {

    public FupSpeedBoostPolicyView {
        schedule = List.copyOf(schedule);
        publicHolidays = List.copyOf(publicHolidays);
    }

    static FupSpeedBoostPolicyView of(SpeedBoostPolicy policy) {
        var download = policy.downloadBoost == null ? null : Speed.ofBoost(policy.downloadBoost);
        var upload = policy.uploadBoost == null ? null : Speed.ofBoost(policy.uploadBoost);
        return new FupSpeedBoostPolicyView(
                policy.policyId,
                policy.name,
                Schedule.parse(policy.schedule).windows().stream()
                        .map(FupWindowView::of)
                        .toList(),
                policy.publicHolidays == null
                        ? List.of()
                        : Holidays.parse(policy.publicHolidays).dates(),
                download == null ? null : download.kbps(),
                download == null ? null : download.percents(),
                upload == null ? null : upload.kbps(),
                upload == null ? null : upload.percents(),
                policy.appliesWhileLimited,
                policy.appliesWhenCapped);
    }
}
