package com.skytill.vouchers.hotspot;

import com.skytill.testing.nas.NasDouble;
import com.skytill.testing.token.TestToken;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.radius.Device;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class UpdateHotspotTest {

    @Test
    void onlyWhatIsGivenChanges() {
        String identifier = identifier();
        int id = add(identifier);
        var before = shown(identifier);
        update(id, "name", "Harbour", "coa_port", "1700", "address", "")
                .statusCode(200)
                .body("status", equalTo("applied"))
                .body("hotspot.hotspot_id", equalTo(id))
                .body("hotspot.name", equalTo("Harbour"));
        var expected = new HashMap<>(before);
        expected.put("name", "Harbour");
        expected.put("coa_port", 1700);
        assertEquals(expected, shown(identifier));
    }

    @Test
    void clearedValuesGo() {
        String identifier = identifier();
        int id = add(identifier);
        update(id, "clear", "nas_address, coa_secret,address,latitude,longitude")
                .statusCode(200)
                .body("hotspot.nas_address", nullValue())
                .body("hotspot.has_coa_secret", equalTo(false))
                .body("hotspot.address", nullValue())
                .body("hotspot.latitude", nullValue())
                .body("hotspot.longitude", nullValue())
                .body("hotspot.nas_identifier", equalTo(identifier))
                .body("hotspot.coa_port", equalTo(3799));
        update(id, "latitude", "-33.5", "longitude", "18").statusCode(200).body("hotspot.latitude", equalTo(-33.5f));
    }

    @Test
    void secretIsNeverShownAndSignsFromThenOn() {
        try (var nas = NasDouble.start("quite-new-secret")) {
            String identifier = identifier();
            int id = add(identifier);
            update(id, "nas_address", "127.0.0.1", "coa_port", nas.port(), "coa_secret", "quite-new-secret")
                    .statusCode(200)
                    .body("hotspot.has_coa_secret", equalTo(true))
                    .body(not(containsString("quite-new-secret")));
            Api.call("get_vouchers_audit_log", Map.of("operation", "update_hotspot", "limit", "500"))
                    .body(not(containsString("quite-new-secret")));

            var device = Device.of(Api.voucher(TestProducts.DAY), "02-00-00-00-0A-01")
                    .at(identifier)
                    .loggedIn();
            device.start();
            Api.call("expire_hotspot_voucher", Map.of("voucher_code", device.code()));
            await().atMost(Duration.ofSeconds(5)).until(() -> !nas.requests().isEmpty());
            assertEquals(true, nas.requests().getFirst().signed());
            device.stop(1, 0, 0);
        }
    }

    @Test
    void routersNameStaysUnique() {
        String taken = identifier();
        add(taken);
        String own = identifier();
        int id = add(own);
        update(id, "nas_identifier", taken).statusCode(409).body("code", equalTo("already_exists"));
        update(id, "nas_identifier", own, "name", "Same").statusCode(200);
        String fresh = identifier();
        update(id, "nas_identifier", fresh).statusCode(200).body("hotspot.nas_identifier", equalTo(fresh));
        add(own);
    }

    @Test
    void ofTwoThatWantOneNameAtOnceOneGetsIt() {
        String wanted = identifier();
        var ids = List.of(add(identifier()), add(identifier()), add(identifier()), add(identifier()));
        var statuses = Parallel.run(
                4,
                4,
                number -> update(ids.get(number), "nas_identifier", wanted)
                        .extract()
                        .statusCode());
        assertEquals(List.of(200, 409, 409, 409), statuses.stream().sorted().toList());
    }

    @Test
    void showsWhoIsOnlineUnderItsName() {
        String identifier = identifier();
        int id = add(identifier);
        Device.of(Api.voucher(TestProducts.BIG), "02-00-00-00-0A-02")
                .at(identifier)
                .loggedIn()
                .start();
        update(id, "name", "Busy").statusCode(200).body("hotspot.online_sessions", equalTo(1));
        update(id, "nas_identifier", identifier()).statusCode(200).body("hotspot.online_sessions", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clear | latitude | latitude | is mandatory with longitude",
                "clear | longitude | longitude | is mandatory with latitude",
                "clear | name | clear | name can't be cleared",
                "clear | nas_adress | clear | nas_adress can't be cleared; did you mean nas_address?",
                "nas_address | 224.0.0.1 | nas_address | must be an IPv4 or IPv6 address",
                "nas_address | 192.168 | nas_address | must be an IPv4 or IPv6 address",
                "nas_address | router.example | nas_address | must be an IPv4 or IPv6 address",
                "coa_port | 0 | coa_port | must be between",
                "latitude | 91 | latitude | must be between",
                "nas_identifer | x | nas_identifer | is unknown; did you mean nas_identifier?",
            })
    void nonsenseIsRefusedByNameAndNothingChanges(String parameter, String value, String named, String message) {
        String identifier = identifier();
        int id = add(identifier);
        var before = shown(identifier);
        update(id, parameter, value, "address", "Elsewhere")
                .statusCode(400)
                .body("errors.parameter", hasItem(named))
                .body("errors.find { it.parameter == '" + named + "' }.message", startsWith(message));
        assertEquals(before, shown(identifier));
    }

    @Test
    void nothingToChangeAndNobodyToChangeAreRefused() {
        int id = add(identifier());
        update(id).statusCode(400).body("errors[0].message", startsWith("nothing is to change"));
        update(id, "clear", "address", "address", "x")
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("address")));
        update(999_999_999, "name", "x").statusCode(404).body("code", equalTo("not_found"));
        Api.call("update_hotspot", Map.of("name", "x"))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("hotspot_id")));
    }

    @Test
    void waitsForReviewWithoutShowingTheSecret() {
        String identifier = identifier();
        int id = add(identifier);
        var before = shown(identifier);
        int update = Api.bearer(TestToken.of("radius_write"))
                .formParams(Map.of("hotspot_id", id, "name", "Waiting", "coa_secret", "waiting-secret"))
                .post("/api/v1/update_hotspot")
                .then()
                .statusCode(202)
                .extract()
                .path("update_id");
        assertEquals(before, shown(identifier));
        Api.call("get_pending_vouchers_updates", Map.of("limit", "500")).body(not(containsString("waiting-secret")));
        Api.call("approve_vouchers_update", Map.of("update_id", update))
                .statusCode(200)
                .body("hotspot.name", equalTo("Waiting"))
                .body(not(containsString("waiting-secret")));
    }

    @Test
    void permissionIsChecked() {
        Api.bearer(TestToken.of("radius_read"))
                .formParams(Map.of("hotspot_id", 1, "name", "x"))
                .post("/api/v1/update_hotspot")
                .then()
                .statusCode(403);
    }

    private static String identifier() {
        return UUID.randomUUID().toString();
    }

    private static int add(String identifier) {
        return Api.call(
                        "add_hotspot",
                        Map.of(
                                "name",
                                "Café",
                                "nas_identifier",
                                identifier,
                                "nas_address",
                                "192.0.2.7",
                                "coa_secret",
                                "first-secret",
                                "address",
                                "1 Beach Road",
                                "latitude",
                                "-33.9",
                                "longitude",
                                "18.4"))
                .statusCode(201)
                .extract()
                .path("hotspot.hotspot_id");
    }

    private static Map<String, Object> shown(String identifier) {
        return Api.call("get_available_hotspot_list", Map.of("search", identifier))
                .extract()
                .path("items[0]");
    }

    /** Names and values in turn. */
    private static ValidatableResponse update(int id, Object... changes) {
        var parameters = new HashMap<String, Object>(Map.of("hotspot_id", id));
        for (int i = 0; i < changes.length; i += 2) {
            parameters.put((String) changes[i], changes[i + 1]);
        }
        return Api.call("update_hotspot", parameters);
    }
}
