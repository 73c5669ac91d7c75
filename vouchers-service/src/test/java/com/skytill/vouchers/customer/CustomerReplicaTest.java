package com.skytill.vouchers.customer;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.net.URI;
import java.time.Duration;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class CustomerReplicaTest {

    private static final String PATH = "/api/v1/get_customers";

    @Inject
    CustomerReplicaJob job;

    @Inject
    Pool pool;

    @ConfigProperty(name = "skytill.customers.url")
    URI customers;

    private WireMock server;

    @BeforeEach
    void connect() {
        server = WireMock.create()
                .host(customers.getHost())
                .port(customers.getPort())
                .build();
    }

    @Test
    void statusIsLearntAndKeptWhileCustomersServiceIsAway() {
        serve(page("next-1", 900, 71, "active"));
        server.register(get(urlPathEqualTo(PATH))
                .withQueryParam("after", equalTo("next-1"))
                .atPriority(1)
                .willReturn(okJson(page(null, 950, 72, "suspended"))));
        pull();
        assertEquals("ACTIVE", status(71));
        assertEquals("SUSPENDED", status(72));
        serve(page(null, 1000, 71, "cancelled"));
        pull();
        assertEquals("CANCELLED", status(71));
        server.verifyThat(getRequestedFor(urlPathEqualTo(PATH))
                .withQueryParam("changed_since", equalTo("900"))
                .withHeader("Authorization", matching("Bearer .+")));
        server.register(get(urlPathEqualTo(PATH)).willReturn(serverError()));
        pull();
        server.register(get(urlPathEqualTo(PATH)).willReturn(okJson("{\"items\":")));
        pull();
        assertEquals("SUSPENDED", status(72));
    }

    private void serve(String page) {
        server.register(get(urlPathEqualTo(PATH)).willReturn(okJson(page)));
    }

    private static String page(String next, long through, long id, String status) {
        return "{\"items\":[{\"customer_id\":" + id + ",\"accounting_code\":\"PIE" + id
                + "\",\"name\":\"Piet\",\"status\":\"" + status + "\",\"phone\":\"1\"}],\"next\":"
                + (next == null ? "null" : "\"" + next + "\"") + ",\"changed_through\":" + through + "}";
    }

    private void pull() {
        job.pull().await().atMost(Duration.ofSeconds(10));
    }

    private String status(long customerId) {
        return pool.preparedQuery("select status from customers where customer_id = $1")
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(customerId))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }
}
