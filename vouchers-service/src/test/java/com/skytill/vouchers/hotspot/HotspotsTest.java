package com.skytill.vouchers.hotspot;

import com.skytill.testing.token.TestToken;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.radius.Device;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class HotspotsTest {

    @Test
    void addedHotspotIsListedWithoutItsSecret() {
        String identifier = UUID.randomUUID().toString();
        Api.call("add_hotspot", hotspot(identifier, Map.of("coa_secret", "very-secret", "coa_port", "1700")))
                .statusCode(201)
                .body("hotspot.nas_identifier", equalTo(identifier))
                .body("hotspot.coa_port", equalTo(1700))
                .body("hotspot.has_coa_secret", equalTo(true))
                .body(not(containsString("very-secret")));
        Api.call("get_available_hotspot_list", Map.of("search", identifier.toUpperCase(Locale.ROOT)))
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].latitude", equalTo(-33.9f))
                .body("items[0].online_sessions", equalTo(0))
                .body("next", nullValue())
                .body(not(containsString("very-secret")));
        Api.call("get_vouchers_audit_log", Map.of("operation", "add_hotspot", "limit", "500"))
                .statusCode(200)
                .body(not(containsString("very-secret")));
    }

    @Test
    void showsWhoIsOnline() {
        String identifier = UUID.randomUUID().toString();
        Api.call("add_hotspot", hotspot(identifier, Map.of())).statusCode(201);
        String code = Api.voucher(TestProducts.BIG);
        for (int i = 1; i <= 2; i++) {
            Device.of(code, "02-00-00-00-08-0" + i).at(identifier).loggedIn().start();
        }
        Api.call("get_available_hotspot_list", Map.of("search", identifier))
                .body("items[0].online_sessions", equalTo(2));
    }

    @Test
    void routersNameIsUnique() {
        String identifier = UUID.randomUUID().toString();
        Api.call("add_hotspot", hotspot(identifier, Map.of())).statusCode(201);
        Api.call("add_hotspot", hotspot(identifier, Map.of())).statusCode(409).body("code", equalTo("already_exists"));
    }

    @Test
    void faultsAreNamed() {
        var faulty = hotspot(
                UUID.randomUUID().toString(),
                Map.of("nas_address", "router.example", "coa_port", "70000", "latitude", "91"));
        Api.call("add_hotspot", faulty)
                .statusCode(400)
                .body("errors.parameter", hasItem("nas_address"))
                .body("errors.parameter", hasItem("coa_port"))
                .body("errors.parameter", hasItem("latitude"));
        var half = hotspot(UUID.randomUUID().toString(), Map.of());
        half.remove("longitude");
        Api.call("add_hotspot", half).statusCode(400).body("errors.parameter", hasItem("longitude"));
        Api.call("add_hotspot", Map.of())
                .statusCode(400)
                .body("errors.parameter", hasItem("name"))
                .body("errors.parameter", hasItem("nas_identifier"));
        for (String address : new String[] {"::1", "192.0.2.7", "2001:db8::7"}) {
            Api.call("add_hotspot", hotspot(UUID.randomUUID().toString(), Map.of("nas_address", address)))
                    .statusCode(201);
        }
    }

    @Test
    void permissionsAreChecked() {
        Api.bearer(TestToken.of("radius_read"))
                .formParams(hotspot(UUID.randomUUID().toString(), Map.of()))
                .post("/api/v1/add_hotspot")
                .then()
                .statusCode(403);
        Api.bearer(TestToken.of("products_read"))
                .get("/api/v1/get_available_hotspot_list")
                .then()
                .statusCode(403);
    }

    private static Map<String, Object> hotspot(String identifier, Map<String, ?> more) {
        var parameters = new HashMap<String, Object>(Map.of(
                "name", "Café " + identifier,
                "nas_identifier", identifier,
                "nas_address", "127.0.0.1",
                "latitude", "-33.9",
                "longitude", "18.4"));
        parameters.putAll(more);
        return parameters;
    }
}
