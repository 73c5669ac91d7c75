package com.skytill.vouchers.monitor;

import com.skytill.testing.nas.NasDouble;
import com.skytill.testing.token.TestToken;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.radius.Device;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class DisconnectRadiusSessionTest {

    private static final String SECRET = "coa-secret";
    private static final String OPERATION = "disconnect_radius_session";

    @Inject
    MovableClock clock;

    private NasDouble nas;
    private String router;

    @BeforeEach
    void addHotspot() {
        nas = NasDouble.start(SECRET);
        router = UUID.randomUUID().toString();
        Api.call(
                        "add_hotspot",
                        Map.of(
                                "name",
                                "Test",
                                "nas_identifier",
                                router,
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
        clock.reset();
        nas.close();
    }

    @Test
    void routerIsToldToEndThatSessionAndNoOther() {
        String code = Api.voucher(TestProducts.BIG);
        var device = online(code, "02-00-00-00-0C-01");
        var other = online(code, "02-00-00-00-0C-02");
        long session = session(device);
        disconnect(session, Map.of("reason", "asked for by phone"))
                .statusCode(200)
                .body("status", equalTo("applied"))
                .body("session.session_id", equalTo((int) session))
                .body("session.disconnecting", equalTo(true))
                .body("session.online", equalTo(true))
                .body(not(containsString(code)));
        await().atMost(Duration.ofSeconds(5)).until(() -> !nas.requests().isEmpty());
        var request = nas.requests().getFirst();
        assertEquals(40, request.code());
        assertTrue(request.signed());
        assertEquals(device.session(), request.session());

        assertEquals(true, shown(session).get("disconnecting"));
        assertEquals(false, shown(session(other)).get("disconnecting"));
        device.stop(60, 1, 2);
        assertEquals(false, shown(session).get("disconnecting"));
        assertEquals("stop", shown(session).get("end_reason"));
        assertTrue(nas.requests().stream().allMatch(sent -> sent.session().equals(device.session())));
        // The voucher is as good as before.
        assertEquals("active", Api.usage(code).getString("status"));
        device.in("again").loggedIn();
        other.stop(1, 0, 0);
    }

    @Test
    void whatHasEndedCanNotBeDisconnected() {
        var device = online(Api.voucher(TestProducts.DAY), "02-00-00-00-0C-03");
        long session = session(device);
        device.stop(60, 1, 2);
        disconnect(session, Map.of()).statusCode(409).body("code", equalTo("illegal_state"));
        assertEquals(0, nas.requests().size());
    }

    @Test
    void loginWithoutASessionAndUnknownSessionsAreNotFound() {
        disconnect(999_999_999_999_999L, Map.of()).statusCode(404).body("code", equalTo("not_found"));
        // The claim has the number after that of the session before it.
        var device = online(Api.voucher(TestProducts.DAY), "02-00-00-00-0C-04");
        long session = session(device);
        device("02-00-00-00-0C-05", Api.voucher(TestProducts.DAY)).loggedIn();
        disconnect(session + 1, Map.of()).statusCode(404).body("code", equalTo("not_found"));
        device.stop(1, 0, 0);
    }

    @Test
    void askedForManyTimesAtOnceItIsDoneOnce() {
        nas.answer(new NasDouble.Manner.Silent());
        var device = online(Api.voucher(TestProducts.DAY), "02-00-00-00-0C-06");
        long session = session(device);
        var statuses = Parallel.run(
                12, 6, ignored -> disconnect(session, Map.of()).extract().statusCode());
        assertEquals(Collections.nCopies(12, 200), statuses);
        nas.answer(new NasDouble.Manner.Nak(503));
        await().atMost(Duration.ofSeconds(10)).until(() -> shown(session).get("ended_at") != null);
        assertEquals(false, shown(session).get("disconnecting"));
        assertEquals("stale", shown(session).get("end_reason"));
    }

    @Test
    void sessionSilentForLongIsGivenUp() {
        nas.answer(new NasDouble.Manner.Silent());
        var device = online(Api.voucher(TestProducts.DAY), "02-00-00-00-0C-07");
        long session = session(device);
        disconnect(session, Map.of()).statusCode(200);
        clock.move(Duration.ofMinutes(20));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> "stale".equals(shown(session).get("end_reason")));
    }

    @Test
    void approvalLooksAgain() {
        var device = online(Api.voucher(TestProducts.DAY), "02-00-00-00-0C-08");
        long session = session(device);
        int update = Api.bearer(TestToken.of("radius_write"))
                .formParams(Map.of("session_id", session))
                .post("/api/v1/" + OPERATION)
                .then()
                .statusCode(202)
                .extract()
                .path("update_id");
        assertEquals(false, shown(session).get("disconnecting"));
        device.stop(1, 0, 0);
        Api.call("approve_vouchers_update", Map.of("update_id", update))
                .statusCode(409)
                .body("code", equalTo("illegal_state"));
        assertEquals(0, nas.requests().size());
    }

    @Test
    void faultsAreNamedAndPermissionIsChecked() {
        Api.call(OPERATION, Map.of()).statusCode(400).body("errors.parameter", equalTo(List.of("session_id")));
        Api.call(OPERATION, Map.of("session_id", "x", "reason", "y".repeat(501)))
                .statusCode(400)
                .body("errors.parameter", hasItem("session_id"))
                .body("errors.parameter", hasItem("reason"));
        Api.bearer(TestToken.of("radius_read"))
                .formParams(Map.of("session_id", 1))
                .post("/api/v1/" + OPERATION)
                .then()
                .statusCode(403);
    }

    private Device device(String mac, String code) {
        return Device.of(code, mac).at(router).in(mac + router);
    }

    private Device online(String code, String mac) {
        var device = device(mac, code).loggedIn();
        device.start();
        return device;
    }

    private long session(Device device) {
        return Api.call("get_radius_sessions", Map.of("nas_identifier", router, "device", device.mac()))
                .extract()
                .jsonPath()
                .getLong("items[0].session_id");
    }

    private Map<String, Object> shown(long session) {
        return Api.call("get_radius_sessions", Map.of("nas_identifier", router))
                .extract()
                .path("items.find { it.session_id == " + session + " }");
    }

    private static ValidatableResponse disconnect(long session, Map<String, ?> more) {
        var parameters = new HashMap<String, Object>(more);
        parameters.put("session_id", session);
        return Api.call(OPERATION, parameters);
    }
}
