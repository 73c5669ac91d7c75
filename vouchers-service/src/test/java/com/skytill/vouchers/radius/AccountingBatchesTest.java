package com.skytill.vouchers.radius;

import com.skytill.vouchers.Api;
import com.skytill.vouchers.EngineDatabase;
import com.skytill.vouchers.HeldIdentity;
import com.skytill.vouchers.TestProducts;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Accounting packets that share a transaction: none hurts another, and none is acknowledged before it is stored for good. */
@QuarkusTest
@TestProfile(PatientRadius.class)
class AccountingBatchesTest {

    private static final int STORED = 204;
    private static final int NOT_NOW = 503;

    private final ExecutorService routers = Executors.newFixedThreadPool(32);
    /** Longer than anything here waits for a lock, so that a slow machine changes nothing. */
    private static final String PATIENT = "25s";

    private EngineDatabase database;
    private String lockTimeout;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void open() {
        database = EngineDatabase.open();
        lockTimeout = lockTimeout();
        setLockTimeout(PATIENT);
    }

    @AfterEach
    void close() {
        setLockTimeout(lockTimeout);
        routers.close();
        database.close();
    }

    @Test
    void packetsThatComeWhileOthersAreStoredShareATransaction() {
        var first = online(1, 2);
        var others = online(10, 12);
        var answers = new ArrayList<Future<Response>>();
        try (var held = HeldIdentity.of(first.getFirst().code())) {
            // Two transactions at the same time are all that there are: both wait for this identity.
            answers.add(send(() -> interim(first.getFirst(), 300, 1)));
            held.awaitWaiting(1);
            answers.add(send(() -> interim(first.getFirst(), 301, 2)));
            held.awaitWaiting(2);
            others.forEach(device -> answers.add(send(() -> interim(device, 300, 5))));
            awaitWaitingPackets(others.size());
        }
        answers.forEach(answer -> assertEquals(STORED, status(answer)));
        others.forEach(device -> assertEquals(5, used(device)));
        assertEquals(2, used(first.getFirst()));
        assertTrue(transactions(others) < others.size(), "as many transactions as packets: " + transactions(others));
    }

    @Test
    void packetThatCanNeverBeStoredHurtsNoOther() {
        var others = online(20, 30);
        var poisonous = online(31, 32).getFirst();
        var blocker = online(32, 33).getFirst();
        database.execute("update identities set used_bytes = ? where login_key = ?", Long.MAX_VALUE, key(poisonous));
        var answers = new ArrayList<Future<Response>>();
        try (var held = HeldIdentity.of(blocker.code())) {
            occupy(held, blocker, answers);
            for (int i = 0; i < others.size(); i++) {
                var device = others.get(i);
                answers.add(send(() -> interim(device, 300, 7)));
                if (i == 5) {
                    answers.add(send(() -> interim(poisonous, 300, 7)));
                }
            }
            awaitWaitingPackets(others.size() + 1);
        }
        answers.forEach(answer -> assertEquals(STORED, status(answer)));
        others.forEach(device -> assertEquals(7, used(device)));
        assertEquals(0, sessionBytes(poisonous), "what can never be stored is acknowledged, and not stored");
    }

    @Test
    void packetsOfOneSessionMayShareATransactionInAnyOrder() {
        for (long seed = 1; seed <= 6; seed++) {
            var device = Device.of(Api.voucher(TestProducts.FREE), "02-30-00-00-01-%02x".formatted(seed));
            var known = seed % 2 == 0 ? device.loggedIn() : device;
            var blocker = online(40 + (int) seed, 41 + (int) seed).getFirst();
            List<Callable<Response>> packets = new ArrayList<>(List.of(
                    () -> known.account("Start", Map.of()),
                    () -> interim(known, 300, 1_000),
                    () -> interim(known, 600, 2_000),
                    () -> interim(known, 900, 3_000),
                    () -> known.account("Stop", Device.counters(1_000, 0, 4_000))));
            Collections.shuffle(packets, new Random(seed));
            var answers = new ArrayList<Future<Response>>();
            try (var held = HeldIdentity.of(blocker.code())) {
                occupy(held, blocker, answers);
                packets.forEach(packet -> answers.add(send(packet)));
                awaitWaitingPackets(packets.size());
            }
            answers.forEach(answer -> assertEquals(STORED, status(answer)));
            var usage = Api.usage(known.code());
            assertEquals(4_000, usage.getLong("data_used"), "seed " + seed);
            assertEquals("PT16M40S", usage.getString("time_used"), "seed " + seed);
            assertEquals(0, usage.getInt("sessions_online"), "seed " + seed);
            assertEquals(1, usage.getList("sessions").size(), "seed " + seed);
        }
    }

    @Test
    void nothingIsAcknowledgedWhenTheConnectionEndsBeforeTheCommit() {
        var blocker = online(50, 51).getFirst();
        var early = online(51, 54);
        var late = online(54, 55).getFirst();
        var answers = new ArrayList<Future<Response>>();
        var occupying = new ArrayList<Future<Response>>();
        // Identities are locked in their order: when the batch waits for the last one, the others are written and not
        // committed.
        try (var last = HeldIdentity.of(late.code())) {
            try (var held = HeldIdentity.of(blocker.code())) {
                occupy(held, blocker, occupying);
                Stream.concat(Stream.of(late), early.stream())
                        .forEach(device -> answers.add(send(() -> interim(device, 300, 9))));
                awaitWaitingPackets(answers.size());
            }
            occupying.forEach(answer -> assertEquals(STORED, status(answer)));
            last.awaitWaiting(1);
            assertEquals(1, last.terminateWaiting());
            answers.forEach(answer -> assertEquals(NOT_NOW, status(answer)));
        }
        early.forEach(device -> assertEquals(0, used(device), "not acknowledged, and nothing of it stored"));
        // Routers repeat what was not acknowledged.
        early.forEach(device -> assertEquals(STORED, interim(device, 300, 9).statusCode()));
        early.forEach(device -> assertEquals(9, used(device)));
    }

    @Test
    void identityThatSomebodyHoldsHoldsUpNobodyElse() {
        setLockTimeout(lockTimeout);
        var locked = online(60, 61).getFirst();
        var others = online(61, 66);
        try (var held = HeldIdentity.of(locked.code())) {
            var stuck = IntStream.range(0, 3)
                    .mapToObj(number -> send(() -> interim(locked, 300 + number, 11)))
                    .toList();
            held.awaitWaiting(1);
            others.stream()
                    .map(device -> send(() -> interim(device, 300, 11)))
                    .toList()
                    .forEach(answer -> assertEquals(STORED, status(answer)));
            stuck.forEach(answer -> assertEquals(NOT_NOW, status(answer)));
            others.forEach(device -> assertEquals(11, used(device)));
        }
        assertEquals(STORED, interim(locked, 303, 11).statusCode());
        assertEquals(11, used(locked));
    }

    @Test
    void packetsOfTheSameIdentitiesNeverWaitForEachOtherInACircle() {
        var known = online(70, 78);
        // Routers that don't echo Class: found by their user names.
        var nameless = known.stream()
                .map(device -> Device.of(device.code(), device.mac()))
                .toList();
        nameless.forEach(Device::start);
        double before = takenApart();
        var random = new Random(7);
        var answers = new ArrayList<Future<Response>>();
        for (int report = 1; report <= 20; report++) {
            var devices = new ArrayList<>(known);
            devices.addAll(nameless);
            Collections.shuffle(devices, random);
            long bytes = report * 100L;
            devices.forEach(device -> answers.add(send(() -> interim(device, bytes, bytes))));
            for (String code : known.stream().map(Device::code).toList()) {
                answers.add(send(() -> Device.of(code, "02-30-00-00-02-%02x".formatted(random.nextInt(255)))
                        .tryLogin()));
            }
        }
        answers.forEach(answer -> assertTrue(status(answer) < 500));
        known.forEach(device -> assertEquals(2_000, used(device)));
        assertEquals(before, takenApart(), "a circle ends when a lock has been waited for too long");
    }

    /** Two packets, each in a transaction that waits for the held identity: what comes now, waits, and goes together. */
    private void occupy(HeldIdentity held, Device blocker, List<Future<Response>> answers) {
        answers.add(send(() -> interim(blocker, 1, 0)));
        held.awaitWaiting(1);
        answers.add(send(() -> interim(blocker, 2, 0)));
        held.awaitWaiting(2);
    }

    private List<Device> online(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> Device.of(Api.voucher(TestProducts.FREE), "02-30-00-00-00-%02x".formatted(number))
                        .loggedIn())
                .peek(Device::start)
                .toList();
    }

    /** How long the function waits for a lock, as the migrations say. */
    private String lockTimeout() {
        return (String) database.rows("select substr(setting, length('lock_timeout=') + 1)"
                        + " from pg_proc, unnest(proconfig) setting"
                        + " where proname = 'radius_usage' and setting like 'lock_timeout=%'")
                .getFirst()
                .getFirst();
    }

    private void setLockTimeout(String timeout) {
        var function = database.rows("select oid::regprocedure::text from pg_proc where proname = 'radius_usage'")
                .getFirst()
                .getFirst();
        database.execute("alter function " + function + " set lock_timeout = '" + timeout + "'");
    }

    private void awaitWaitingPackets(int packets) {
        var deadline = Instant.now().plusSeconds(30);
        while (meters.get("skytill.radius.accounting.waiting").gauge().value() < packets) {
            assertTrue(Instant.now().isBefore(deadline), packets + " packets should wait");
            Thread.onSpinWait();
        }
    }

    private double takenApart() {
        return meters.get("skytill.radius.accounting.taken.apart").counter().count();
    }

    private static long used(Device device) {
        return Api.usage(device.code()).getLong("data_used");
    }

    private long sessionBytes(Device device) {
        return database.number(
                "select sum(bytes_in + bytes_out) from radius_sessions where device = ?",
                device.mac().replace("-", "").toUpperCase(Locale.ROOT));
    }

    /** How many transactions have written the sessions of those devices last. */
    private long transactions(List<Device> devices) {
        return database.number(
                "select count(distinct xmin::text) from radius_sessions where device = any (string_to_array(?, ','))",
                devices.stream()
                        .map(device -> device.mac().replace("-", "").toUpperCase(Locale.ROOT))
                        .collect(Collectors.joining(",")));
    }

    private static String key(Device device) {
        return "v:" + device.code().replace("-", "");
    }

    private Future<Response> send(Callable<Response> packet) {
        return routers.submit(packet);
    }

    private static Response interim(Device device, long seconds, long down) {
        return device.account("Interim-Update", Device.counters(seconds, 0, down));
    }

    private static int status(Future<Response> answer) {
        try {
            return answer.get().statusCode();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
