package com.skytill.vouchers;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.util.Map;

/** Gives this service's tests products-service as a double, FreeRADIUS' token, and short waits. */
public final class VouchersTestResource implements QuarkusTestResourceLifecycleManager {

    /** What FreeRADIUS shows. */
    public static final String API_TOKEN = "test-radius-token";

    private WireMockServer products;

    @Override
    public Map<String, String> start() {
        products =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        products.start();
        TestProducts.serve(products, TestProducts.ALL);
        return Map.ofEntries(
                Map.entry("skytill.products.url", products.baseUrl()),
                Map.entry("skytill.products.pull-every", "off"),
                Map.entry("skytill.customers.url", products.baseUrl()),
                Map.entry("skytill.customers.pull-every", "off"),
                Map.entry("quarkus.rest-client.settings.url", products.baseUrl()),
                Map.entry("skytill.silent-sessions.sweep-every", "off"),
                Map.entry("skytill.radius.api-token", API_TOKEN),
                Map.entry("skytill.coa.look-every", "PT0.9S"),
                Map.entry("skytill.coa.first-timeout", "PT0.2S"),
                Map.entry("skytill.coa.transmissions", "2"),
                Map.entry("skytill.coa.confirm-within", "PT0.5S"),
                Map.entry("skytill.coa.first-backoff", "PT0.3S"),
                Map.entry("skytill.coa.longest-backoff", "PT1S"));
    }

    @Override
    public void stop() {
        if (products != null) {
            products.stop();
        }
    }
}
