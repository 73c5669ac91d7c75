package com.skytill.auth.settings;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.time.ZoneId;

/** The settings that all services must agree on: the deployment's configuration, checked at the start. */
@Singleton
final class WispConfig {

    // The published specification that the API speaks.
    private static final String API_VERSION = "1.0.4";

    private final ZoneId timeZone;
    private final String currency;
    private final BigDecimal vatPercent;
    private final String country;

    WispConfig(
            @ConfigProperty(name = "skytill.time-zone") ZoneId timeZone,
            @ConfigProperty(name = "skytill.currency") String currency,
            @ConfigProperty(name = "skytill.vat-percent") BigDecimal vatPercent,
            @ConfigProperty(name = "skytill.country") String country) {
        this.timeZone = timeZone;
        this.currency = currency;
        this.vatPercent = vatPercent;
        this.country = country;
    }

    /** These with what staff may change, as answers show them. */
    ConfigSettingsView view(SettingsStore.Settings settings) {
        return new ConfigSettingsView(
                settings.companyName(),
                settings.address(),
                settings.contact(),
                country,
                currency,
                vatPercent,
                timeZone.getId(),
                settings.dateFormat(),
                settings.modules(),
                API_VERSION);
    }
}
