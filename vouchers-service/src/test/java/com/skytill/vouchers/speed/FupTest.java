package com.skytill.vouchers.speed;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.skytill.testing.nas.NasDouble;
import com.skytill.testing.nas.NasRequest;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.radius.Device;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** From a product's policies to what its customer's router is told. */
@QuarkusTest
class FupTest {

    private static final String SECRET = "coa-secret";
    private static final String POLICIES = """
            "fup_speed_limit_policy_id":%1$d,"fup_speed_limit_policy":{"window":"PT1H","tiers":[
                {"threshold_bytes":1000,"download_kbps":1024,"upload_kbps":256},
                {"threshold_bytes":2000,"download_percent":25,"upload_percent":25}]},
            "fup_speed_boost_policy_id":%1$d,"fup_speed_boost_policy":{"schedule":[
                {"days":["mon","tue","wed","thu","fri","sat","sun"],"public_holidays":false,"start":"00:00","stop":"24:00"}],
                "public_holidays":[],"download_boost_kbps":100,"download_boost_percent":null,
                "upload_boost_kbps":null,"upload_boost_percent":50,
                "applies_while_limited":false,"applies_when_capped":true}""";

    @Inject
    MovableClock clock;

    @ConfigProperty(name = "skytill.products.url")
    URI products;

    private WireMock server;
    private NasDouble nas;
    private String identifier;

    @BeforeEach
    void addHotspot() {
        server = WireMock.create()
                .host(products.getHost())
                .port(products.getPort())
                .build();
        nas = NasDouble.start(SECRET);
        identifier = UUID.randomUUID().toString();
        Api.call(
                        "add_hotspot",
                        Map.of(
                                "name",
                                "Test",
                                "nas_identifier",
                                identifier,
                                "nas_address",
                                "127.0.0.1",
                                "coa_port",
                                nas.port(),
                                "coa_secret",
                                SECRET))
                .statusCode(201);
    }

    @AfterEach
    void putRight() {
        server.resetMappings();
        TestProducts.serve(server, TestProducts.ALL);
        clock.reset();
        nas.close();
    }

    @Test
    void tiersOfTheRollingWindowSlowTheSessionDownAndLetItGoAgain() {
        sell(801, "FUP-LIMIT", POLICIES.formatted(801));
        var device = device("FUP-LIMIT", "02-00-00-00-09-01");
        assertEquals("768k/2148k", rate(device), "boosted at login");
        device.start();
        device.interim(300, 0, 999);
        device.interim(310, 1, 999);
        awaitRates(device, "256k/1024k");
        device.interim(320, 1, 1999);
        awaitRates(device, "256k/1024k", "128k/512k");
        assertEquals("128k/512k", rate(Device.of(device.code(), device.mac()).at(identifier)), "at the next login too");

        clock.move(Duration.ofMinutes(70));
        device.interim(4500, 1, 2000);
        awaitRates(device, "256k/1024k", "128k/512k", "768k/2148k");
        device.stop(4600, 1, 2000);
    }

    @Test
    void softCapSlowsDownAndTheBoostAppliesThere() {
        sell(
                802,
                "FUP-CAP",
                "\"data_cap\":5000,\"capped_download_kbps\":64,\"capped_upload_kbps\":32,"
                        + POLICIES.formatted(802).replace("1000", "6000").replace("2000", "7000"));
        var device = device("FUP-CAP", "02-00-00-00-09-02");
        assertEquals("768k/2148k", rate(device));
        device.start();
        device.interim(300, 0, 4999);
        device.interim(310, 0, 5000);
        awaitRates(device, "48k/164k");
        device.stop(4600, 1, 2000);
    }

    /** Sold when it is looked up, so that it need not be pulled. */
    private void sell(long id, String code, String terms) {
        TestProducts.serve(server, TestProducts.page(TestProducts.product(id, code, terms)));
    }

    private Device device(String product, String mac) {
        return Device.of(Api.voucher(product), mac).at(identifier);
    }

    /** Logs in; answers the speed that the router is told. */
    private static String rate(Device device) {
        JsonPath reply = device.tryLogin().then().statusCode(200).extract().jsonPath();
        return reply.getString("'reply:Mikrotik-Rate-Limit'.value[0]");
    }

    private void awaitRates(Device device, String... rates) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertEquals(List.of(rates), rates(device)));
    }

    /** The speeds one after the other: one that is sent again, because the answer was late, is no other. */
    private List<String> rates(Device device) {
        var rates = new ArrayList<String>();
        for (var request : nas.requests()) {
            if (request.code() == 43 && request.session().equals(device.session())) {
                String rate = mikrotikRate(request);
                if (rates.isEmpty() || !rates.getLast().equals(rate)) {
                    rates.add(rate);
                }
            }
        }
        return rates;
    }

    private static String mikrotikRate(NasRequest request) {
        String hex = request.attributes().stream()
                .filter(attribute -> attribute.type() == 26)
                .findFirst()
                .orElseThrow()
                .hex();
        return new String(HexFormat.of().parseHex(hex.substring(12)), StandardCharsets.UTF_8);
    }
}
