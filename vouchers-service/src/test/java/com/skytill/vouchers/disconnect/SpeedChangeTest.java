package com.skytill.vouchers.disconnect;

import com.skytill.testing.nas.NasDouble;
import com.skytill.testing.nas.NasRequest;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.radius.Device;
import com.skytill.vouchers.speed.Speed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.inject.Inject;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class SpeedChangeTest {

    private static final String SECRET = "coa-secret";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Speed SLOW = new Speed(1024, 256);
    private static final Speed SLOWER = new Speed(64, 32);

    @Inject
    MovableClock clock;

    @Inject
    Pool pool;

    @Inject
    OutboxStore store;

    private NasDouble nas;
    private String identifier;
    private Device device;
    private OpenSession session;
    private Speed told;

    @BeforeEach
    void goOnline() {
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
        device = login();
        device.start();
        session = OpenSession.of(pool, device);
        told = session.told();
    }

    @AfterEach
    void goOffline() {
        nas.answer(new NasDouble.Manner.Ack());
        device.stop(60, 1, 2);
        clock.reset();
        nas.close();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "1024, 256,  256k/1024k, 256000, 1024000",
                "0,    0,    1/1,        1,      1",
                "none, none, 0/0,        0,      0",
                "0,    none, 0/1,        0,      1",
                "none, 512,  512k/0,     512000, 0",
                "100000000, 100000000, 100000000k/100000000k, 4294967295, 4294967295"
            })
    void routerIsToldTheSpeedInItsWords(Integer down, Integer up, String mikrotik, long upBits, long downBits) {
        var speed = new Speed(down, up);
        assertTrue(session.change(told, speed, clock));
        assertEquals(speed, session.told());
        await().atMost(SOON).until(this::allDone);
        var request = requests().getFirst();
        assertEquals(43, request.code());
        assertTrue(request.signed(), "its authenticators are right");
        assertEquals(device.code(), request.text(1).orElseThrow());
        assertEquals(device.mac(), request.text(31).orElseThrow());
        assertEquals(
                List.of(
                        vendor(14988, 8, hex(mikrotik)),
                        vendor(14122, 7, "%08x".formatted(upBits)),
                        vendor(14122, 8, "%08x".formatted(downBits))),
                request.attributes().stream()
                        .filter(attribute -> attribute.type() == 26)
                        .map(NasRequest.Attribute::hex)
                        .toList());
        assertEquals(List.of(new Sent("COA", speed, "ack")), sent());
    }

    @Test
    void onlyWhoKnowsTheSpeedThatWasToldChangesIt() {
        assertTrue(session.change(told, SLOW, clock));
        assertFalse(session.change(told, SLOWER, clock), "it is another by now");
        assertFalse(session.change(new Speed(SLOW.downloadKbps(), null), SLOWER, clock));
        assertEquals(SLOW, session.told());
        assertTrue(session.change(SLOW, Speed.UNLIMITED, clock));
        assertFalse(session.change(SLOW, SLOWER, clock));
        assertTrue(session.change(Speed.UNLIMITED, SLOWER, clock), "unlimited is a speed like others");
        assertEquals(SLOWER, session.told());
        await().atMost(SOON).until(this::allDone);
        assertEquals(vendor(14988, 8, hex("32k/64k")), rate(requests().getLast()));
    }

    @Test
    void ofManyWhoChangeItAtOnceOneDoes() {
        nas.answer(new NasDouble.Manner.Silent());
        var changed = Parallel.run(16, 16, number -> session.change(told, new Speed(number, number), clock));
        assertEquals(1, changed.stream().filter(won -> won).count());
        assertEquals(1, session.outbox().size());
        assertEquals(session.told(), session.outbox().getFirst().speed());
    }

    @Test
    void claimAndEndedSessionHaveNoSpeedToChange() {
        var claimed = login();
        var claim = OpenSession.of(pool, claimed);
        assertFalse(claim.change(claim.told(), SLOW, clock));
        claimed.start();
        claimed.stop(1, 0, 0);
        assertFalse(claim.change(claim.told(), SLOW, clock));
        assertEquals(List.of(), claim.outbox());
    }

    @Test
    void sameSpeedIsToldAgain() {
        assertTrue(session.change(told, told, clock));
        await().atMost(SOON).until(this::allDone);
        assertEquals(List.of(new Sent("COA", told, "ack")), sent());
    }

    @Test
    void silentRouterGetsTheSameBytesAgainAndIsAskedLaterToo() {
        nas.answer(new NasDouble.Manner.Silent());
        session.change(told, SLOW, clock);
        await().atMost(SOON).until(() -> requests().size() >= 3);
        var sent = requests().stream().map(NasRequest::hex).toList();
        assertEquals(sent.get(0), sent.get(1), "a retransmission is the same bytes");
        assertFalse(sent.get(1).equals(sent.get(2)), "a new attempt is a new request");
        assertFalse(allDone());
        nas.answer(new NasDouble.Manner.Ack());
        await().atMost(SOON).until(this::allDone);
    }

    @Test
    void newerSpeedReplacesTheOneThatIsUnderWayAndNeverComesBeforeIt() {
        nas.answer(new NasDouble.Manner.Silent());
        session.change(told, SLOW, clock);
        await().atMost(SOON).until(() -> !requests().isEmpty());
        assertTrue(session.change(SLOW, SLOWER, clock));
        assertEquals(1, session.outbox().size(), "never two");
        nas.answer(new NasDouble.Manner.Ack());
        await().atMost(SOON).until(this::allDone);
        var rates = requests().stream().map(SpeedChangeTest::rate).toList();
        int newer = rates.indexOf(vendor(14988, 8, hex("32k/64k")));
        assertTrue(newer > 0, "first the one, then the other");
        assertEquals(-1, rates.subList(newer, rates.size()).indexOf(vendor(14988, 8, hex("256k/1024k"))));
        assertEquals(List.of(new Sent("COA", SLOWER, "ack")), sent());
    }

    @Test
    void newerSpeedReplacesTheOneThatWaits() {
        nas.answer(new NasDouble.Manner.Silent());
        session.change(told, SLOW, clock);
        await().atMost(SOON)
                .until(() -> "silent".equals(session.outbox().getFirst().result()));
        assertTrue(session.change(SLOW, SLOWER, clock));
        nas.answer(new NasDouble.Manner.Ack());
        await().atMost(SOON).until(this::allDone);
        assertEquals(vendor(14988, 8, hex("32k/64k")), rate(requests().getLast()));
        assertEquals(List.of(new Sent("COA", SLOWER, "ack")), sent());
    }

    @Test
    void ackOfAnOlderSpeedDoesNotConfirmTheNewer() {
        nas.answer(new NasDouble.Manner.Silent());
        session.change(told, SLOWER, clock);
        var older = item(session.outbox().getFirst().outboxId(), SLOW);
        store.confirmSpeed(older, clock.instant()).await().atMost(SOON);
        assertFalse(allDone());
        nas.answer(new NasDouble.Manner.Ack());
        await().atMost(SOON).until(this::allDone);
        assertEquals(vendor(14988, 8, hex("32k/64k")), rate(requests().getLast()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 401, 405, 501, 506})
    void routerThatRefusesMustEndTheSession(int errorCause) {
        nas.answer(new NasDouble.Manner.Nak(errorCause));
        session.change(told, SLOW, clock);
        await().atMost(SOON).until(() -> requests().stream().anyMatch(request -> request.code() == 40));
        var codes = requests().stream().map(NasRequest::code).toList();
        assertTrue(codes.lastIndexOf(43) < codes.indexOf(40), "not asked again");
        var outbox = session.outbox();
        assertEquals("nak " + errorCause, outbox.get(0).result());
        assertTrue(outbox.get(0).done());
        assertEquals("speed_refused", outbox.get(1).reason());
        assertFalse(outbox.get(1).done());
        device.stop(60, 1, 2);
        assertTrue(allDone());
    }

    @Test
    void routerThatKnowsNoSuchSessionEndsIt() {
        nas.answer(new NasDouble.Manner.Nak(503));
        session.change(told, SLOW, clock);
        await().atMost(SOON).until(this::allDone);
        assertEquals(0, Api.usage(device.code()).getInt("sessions_online"));
        assertEquals(List.of(new Sent("COA", SLOW, "stale")), sent());
    }

    @Test
    void stopEndsWhatWaits() {
        nas.answer(new NasDouble.Manner.Silent());
        session.change(told, SLOW, clock);
        device.stop(60, 1, 2);
        assertEquals(List.of(new Sent("COA", SLOW, "stopped")), sent());
    }

    @Test
    void whoMustGoNeedsNoOtherSpeed() {
        nas.answer(new NasDouble.Manner.Silent());
        session.change(told, SLOW, clock);
        Api.call("expire_hotspot_voucher", Map.of("voucher_code", device.code()))
                .statusCode(200);
        await().atMost(SOON).until(() -> session.outbox().getFirst().done());
        assertEquals("disconnecting", session.outbox().getFirst().result());
        assertFalse(session.change(SLOW, SLOWER, clock));
        assertEquals(SLOW, session.told());
        assertEquals(
                List.of("COA", "DISCONNECT"),
                session.outbox().stream().map(OpenSession.Waiting::kind).toList());
    }

    @Test
    void sessionThatIsSilentForLongIsGivenUp() {
        nas.answer(new NasDouble.Manner.Silent());
        session.change(told, SLOW, clock);
        await().atMost(SOON).until(() -> !requests().isEmpty());
        clock.move(Duration.ofMinutes(16));
        await().atMost(SOON).until(this::allDone);
        assertEquals(List.of(new Sent("COA", SLOW, "stale")), sent());
    }

    private record Sent(String kind, Speed speed, String result) {}

    private List<Sent> sent() {
        return session.outbox().stream()
                .filter(OpenSession.Waiting::done)
                .map(row -> new Sent(row.kind(), row.speed(), row.result()))
                .toList();
    }

    private boolean allDone() {
        return session.outbox().stream().allMatch(OpenSession.Waiting::done);
    }

    private Device login() {
        String mac = UUID.randomUUID().toString().substring(24).replaceAll("(..)(?!$)", "$1-");
        return Device.of(Api.voucher(TestProducts.DAY), mac).at(identifier).loggedIn();
    }

    private OutboxItem item(long outboxId, Speed speed) {
        return new OutboxItem(
                outboxId,
                CoaCode.COA,
                speed,
                session.identityId(),
                session.sessionId(),
                1,
                clock.instant(),
                device.code(),
                device.session(),
                device.mac(),
                null,
                "127.0.0.1",
                nas.port(),
                null);
    }

    private List<NasRequest> requests() {
        return nas.requests().stream()
                .filter(request -> request.session().equals(device.session()))
                .toList();
    }

    private static String rate(NasRequest request) {
        return request.attributes().stream()
                .filter(attribute -> attribute.type() == 26)
                .findFirst()
                .orElseThrow()
                .hex();
    }

    private static String vendor(int vendor, int type, String valueHex) {
        return "%08x%02x%02x%s".formatted(vendor, type, 2 + valueHex.length() / 2, valueHex);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
