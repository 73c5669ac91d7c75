package com.skytill.vouchers.disconnect;

import com.skytill.testing.nas.NasDouble;
import com.skytill.testing.nas.NasRequest;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.radius.Device;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class OutboxTest {

    private static final String SECRET = "coa-secret";

    @Inject
    MovableClock clock;

    private NasDouble nas;
    private String identifier;

    @BeforeEach
    void addHotspot() {
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
        clock.reset();
        nas.close();
    }

    @Test
    void expiringDisconnectsAndOnlyTheStopConfirmsIt() {
        var device = online(TestProducts.DAY, "02-00-00-00-04-01");
        expire(device.code());
        await().atMost(Duration.ofSeconds(5)).until(() -> !requests(device).isEmpty());
        var request = requests(device).getFirst();
        assertEquals(40, request.code());
        assertTrue(request.signed(), "its authenticators are right");
        assertEquals(device.code(), request.text(1).orElseThrow());
        assertEquals("02-00-00-00-04-01", request.text(31).orElseThrow());

        // The router says yes, and yet no Stop comes: it is asked again, by a new request.
        await().atMost(Duration.ofSeconds(5))
                .until(() -> requests(device).stream()
                                .map(NasRequest::hex)
                                .distinct()
                                .count()
                        >= 2);
        device.stop(60, 1, 2);
        int asked = awaitSilence(device);
        assertEquals(asked, requests(device).size());
        assertEquals(0, Api.usage(device.code()).getInt("sessions_online"));
    }

    @Test
    void loginUnderWayWhenItsVoucherExpiresIsDisconnectedWhenItStarts() {
        var device = Device.of(Api.voucher(TestProducts.DAY), "02-00-00-00-04-13")
                .at(identifier)
                .loggedIn();
        Api.call("expire_hotspot_voucher", Map.of("voucher_code", device.code()))
                .statusCode(200)
                .body("sessions_disconnecting", equalTo(0));
        device.start();
        await().atMost(Duration.ofSeconds(5)).until(() -> !requests(device).isEmpty());
        device.stop(1, 0, 0);
    }

    @Test
    void silentRouterGetsTheSameBytesAgainAndIsAskedLaterToo() {
        nas.answer(new NasDouble.Manner.Silent());
        var device = online(TestProducts.DAY, "02-00-00-00-04-02");
        expire(device.code());
        await().atMost(Duration.ofSeconds(10)).until(() -> requests(device).size() >= 4);
        var sent = requests(device).stream().map(NasRequest::hex).toList();
        assertEquals(sent.get(0), sent.get(1), "a retransmission is the same bytes");
        assertTrue(!sent.get(1).equals(sent.get(2)), "a new attempt is a new request");
        nas.answer(new NasDouble.Manner.Ack());
        device.stop(60, 1, 2);
        awaitSilence(device);
    }

    @Test
    void forgedAnswerIsNoAnswer() {
        nas.answer(new NasDouble.Manner.Forged());
        var device = online(TestProducts.DAY, "02-00-00-00-04-03");
        expire(device.code());
        await().atMost(Duration.ofSeconds(5)).until(() -> requests(device).size() >= 2);
        var sent = requests(device).stream().map(NasRequest::hex).toList();
        assertEquals(sent.get(0), sent.get(1), "as if nothing had come, the same bytes are sent again");
        device.stop(1, 0, 0);
    }

    @Test
    void routerThatKnowsNoSuchSessionEndsIt() {
        nas.answer(new NasDouble.Manner.Nak(503));
        var device = online(TestProducts.DAY, "02-00-00-00-04-04");
        expire(device.code());
        await().atMost(Duration.ofSeconds(5))
                .until(() -> Api.usage(device.code()).getInt("sessions_online") == 0);
        assertEquals(1, awaitSilence(device));
    }

    @Test
    void otherRefusalIsTriedAgain() {
        nas.answer(new NasDouble.Manner.Nak(501));
        var device = online(TestProducts.DAY, "02-00-00-00-04-05");
        expire(device.code());
        await().atMost(Duration.ofSeconds(5)).until(() -> requests(device).size() >= 2);
        assertEquals(1, Api.usage(device.code()).getInt("sessions_online"));
        device.stop(1, 0, 0);
    }

    @Test
    void sessionThatIsSilentForLongIsGivenUp() {
        nas.answer(new NasDouble.Manner.Silent());
        var device = online(TestProducts.DAY, "02-00-00-00-04-06");
        expire(device.code());
        await().atMost(Duration.ofSeconds(5)).until(() -> !requests(device).isEmpty());
        clock.move(Duration.ofMinutes(16));
        await().atMost(Duration.ofSeconds(5)).until(() -> ended(device));
        clock.reset();
        awaitSilence(device);
    }

    @Test
    void spentQuotaDisconnectsEveryDeviceOfTheVoucher() {
        var one = online(TestProducts.BIG, "02-00-00-00-04-07");
        var other = Device.of(one.code(), "02-00-00-00-04-08").at(identifier).loggedIn();
        other.start();
        one.interim(300, 0, 5_999_999_999L);
        assertEquals(0, requests(one).size());
        other.interim(300, 0, 1);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> !requests(one).isEmpty() && !requests(other).isEmpty());
        assertEquals("used_up", Api.usage(one.code()).getString("status"));
        one.stop(310, 0, 6_000_000_000L);
        other.stop(310, 0, 10);
        assertEquals(6_000_000_010L, Api.usage(one.code()).getLong("data_used"));
    }

    @Test
    void deviceWhoseClaimRanOutAndWhosePlaceIsTakenMustGo() {
        String code = Api.voucher(TestProducts.BRIEF);
        var late = Device.of(code, "02-00-00-00-04-09").at(identifier).loggedIn();
        clock.move(Duration.ofMinutes(3));
        var present = Device.of(code, "02-00-00-00-04-10").at(identifier).loggedIn();
        present.start();
        late.start();
        await().atMost(Duration.ofSeconds(5)).until(() -> !requests(late).isEmpty());
        assertEquals(0, requests(present).size());
        late.stop(1, 0, 0);
    }

    @Test
    void sessionThatItsDeviceLeftMustGoWhenItShowsLife() {
        var old = online(TestProducts.DAY, "02-00-00-00-04-11");
        var fresh = Device.of(old.code(), "02-00-00-00-04-11")
                .at(identifier)
                .in("fresh")
                .loggedIn();
        fresh.start();
        assertEquals(1, Api.usage(old.code()).getInt("sessions_online"));
        old.interim(300, 0, 77);
        await().atMost(Duration.ofSeconds(5)).until(() -> !requests(old).isEmpty());
        assertEquals(77, Api.usage(old.code()).getLong("data_used"));
        old.stop(301, 0, 78);
        assertEquals(0, requests(fresh).size());
    }

    @Test
    void endOfTheLifetimeDisconnects() {
        var device = online(TestProducts.BRIEF, "02-00-00-00-04-12");
        clock.move(Duration.ofMinutes(55));
        device.interim(3300, 0, 1);
        clock.move(Duration.ofMinutes(6));
        await().atMost(Duration.ofSeconds(5)).until(() -> !requests(device).isEmpty());
        device.stop(3660, 0, 1);
        assertEquals("expired", Api.usage(device.code()).getString("status"));
    }

    private Device online(String product, String mac) {
        var device = Device.of(Api.voucher(product), mac).at(identifier).loggedIn();
        device.start();
        return device;
    }

    private static void expire(String code) {
        Api.call("expire_hotspot_voucher", Map.of("voucher_code", code))
                .statusCode(200)
                .body("sessions_disconnecting", equalTo(1));
    }

    private List<NasRequest> requests(Device device) {
        return nas.requests().stream()
                .filter(request -> request.session().equals(device.session()))
                .toList();
    }

    private static boolean ended(Device device) {
        return Api.usage(device.code()).getString("sessions[0].ended_at") != null;
    }

    /** Waits until no request has come for longer than the longest wait between two; answers how many came in all. */
    private int awaitSilence(Device device) {
        int[] seen = {requests(device).size()};
        await().atMost(Duration.ofSeconds(15)).during(Duration.ofSeconds(2)).until(() -> {
            int now = requests(device).size();
            boolean silent = now == seen[0];
            seen[0] = now;
            return silent;
        });
        return seen[0];
    }
}
