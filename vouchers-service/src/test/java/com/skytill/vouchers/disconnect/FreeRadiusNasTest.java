package com.skytill.vouchers.disconnect;

import com.skytill.vouchers.Api;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.radius.Device;
import com.skytill.vouchers.speed.Speed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** What a real RADIUS server makes of the requests: it verifies their signatures, and knows the vendors' attributes. */
@QuarkusTest
class FreeRadiusNasTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    MovableClock clock;

    @Inject
    Pool pool;

    private FreeRadiusNas nas;
    private String identifier;

    @BeforeEach
    void addHotspot() {
        nas = FreeRadiusNas.start();
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
                                FreeRadiusNas.SECRET))
                .statusCode(201);
    }

    @AfterEach
    void stop() {
        nas.close();
    }

    @Test
    void newSpeedArrivesAsTheRouterReadsIt() {
        var device = online("02-00-00-00-08-01", "s-fup-1");
        var session = OpenSession.of(pool, device);
        session.change(session.told(), new Speed(1024, 256), clock);
        await().atMost(SOON).until(() -> session.outbox().getFirst().done());
        assertEquals("ack", session.outbox().getFirst().result());
        var request = nas.requests("s-fup-1").getFirst();
        assertEquals("CoA-Request", request.get("Packet-Type"));
        assertEquals(device.code(), request.get("User-Name"));
        assertEquals("02-00-00-00-08-01", request.get("Calling-Station-Id"));
        assertEquals("10.5.50.7", request.get("Framed-IP-Address"));
        assertEquals("256k/1024k", request.get("Mikrotik-Rate-Limit"));
        assertEquals("256000", request.get("WISPr-Bandwidth-Max-Up"));
        assertEquals("1024000", request.get("WISPr-Bandwidth-Max-Down"));
        device.stop(60, 1, 2);
    }

    @Test
    void speedsOfZeroAndWithoutLimitArriveToo() {
        var device = online("02-00-00-00-08-02", "s-fup-2");
        var session = OpenSession.of(pool, device);
        session.change(session.told(), new Speed(0, null), clock);
        await().atMost(SOON).until(() -> session.outbox().getFirst().done());
        var request = nas.requests("s-fup-2").getFirst();
        assertEquals("0/1", request.get("Mikrotik-Rate-Limit"));
        assertEquals("0", request.get("WISPr-Bandwidth-Max-Up"));
        assertEquals("1", request.get("WISPr-Bandwidth-Max-Down"));
        device.stop(60, 1, 2);
    }

    @Test
    void refusedSpeedIsFollowedByTheSessionsEnd() {
        var device = online("02-00-00-00-08-03", "refused-1");
        var session = OpenSession.of(pool, device);
        session.change(session.told(), new Speed(1024, 256), clock);
        await().atMost(SOON).until(() -> nas.requests("refused-1").size() >= 2);
        var end = nas.requests("refused-1").get(1);
        assertEquals("Disconnect-Request", end.get("Packet-Type"));
        assertNull(end.get("Mikrotik-Rate-Limit"));
        assertEquals("nak 401", session.outbox().getFirst().result());
        assertEquals("speed_refused", session.outbox().get(1).reason());
        device.stop(60, 1, 2);
    }

    private Device online(String mac, String acctSessionId) {
        var device = Device.of(Api.voucher(TestProducts.DAY), mac)
                .at(identifier)
                .in(acctSessionId)
                .loggedIn();
        device.start();
        return device;
    }
}
