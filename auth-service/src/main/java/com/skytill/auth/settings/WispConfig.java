package com.skytill.auth.settings;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.time.ZoneId;

/** The settings that all services must agree on: the deployment's configuration, checked at the start. */
@Singleton
final class WispConfig {

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

    ZoneId timeZone() {
        return timeZone;
    }

    String currency() {
        return currency;
    }

    BigDecimal vatPercent() {
        return vatPercent;
    }

    String country() {
        return country;
    }
}
