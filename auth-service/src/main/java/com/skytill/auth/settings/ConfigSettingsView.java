package com.skytill.auth.settings;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.math.BigDecimal;
import java.util.List;

/** The WISP's settings that clients need, without secrets. For Jackson. */
@RegisterForReflection
record ConfigSettingsView(
        String companyName,
        String address,
        String contact,
        String country,
        String currency,
        BigDecimal vatPercent,
        String timeZone,
        String dateFormat,
        List<String> enabledModules,
        String apiVersion) {

    ConfigSettingsView {
        enabledModules = List.copyOf(enabledModules);
    }
}
