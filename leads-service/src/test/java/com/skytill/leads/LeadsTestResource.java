package com.skytill.leads;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.util.Map;

/** Gives this service's tests a double of customers-service, and a short patience with it. */
public final class LeadsTestResource implements QuarkusTestResourceLifecycleManager {

    private WireMockServer customers;

    @Override
    public Map<String, String> start() {
        customers =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        customers.start();
        CustomersDouble.knowNobody(customers);
        return Map.of("skytill.customers.url", customers.baseUrl(), "skytill.customers.patience", "PT0.7S");
    }

    @Override
    public void stop() {
        if (customers != null) {
            customers.stop();
        }
    }
}
