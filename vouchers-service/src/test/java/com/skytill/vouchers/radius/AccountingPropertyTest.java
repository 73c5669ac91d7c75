package com.skytill.vouchers.radius;

import com.skytill.vouchers.Api;
import com.skytill.vouchers.TestProducts;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Whatever a network does to a session's accounting packets (order, repetition, loss of all but the last), the totals are the
 * session's true traffic.
 */
@QuarkusTest
class AccountingPropertyTest {

    private record Packet(String type, long seconds, long up, long down) {}

    static LongStream seeds() {
        return LongStream.range(1, 21);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void totalsAreTheTrueTraffic(long seed) {
        var random = new Random(seed);
        String code = Api.voucher(TestProducts.FREE);
        long bytes = 0;
        long seconds = 0;
        var deliveries = new ArrayList<Runnable>();
        int sessions = 1 + random.nextInt(3);
        for (int number = 0; number < sessions; number++) {
            var device = Device.of(code, "02-00-%02x-00-07-%02x".formatted(seed, number));
            var known = random.nextBoolean() ? device.loggedIn() : device;
            var truth = session(random);
            bytes += truth.getLast().up() + truth.getLast().down();
            seconds += truth.getLast().seconds();
            boolean wide = random.nextBoolean();
            for (var packet : mangled(truth, random, wide)) {
                deliveries.add(() -> send(known, packet, wide));
            }
        }
        interleave(deliveries, random);
        deliveries.forEach(Runnable::run);
        var usage = Api.usage(code);
        assertEquals(bytes, usage.getLong("data_used"), "seed " + seed);
        assertEquals(seconds, Duration.parse(usage.getString("time_used")).toSeconds(), "seed " + seed);
        assertEquals(0, usage.getInt("sessions_online"), "seed " + seed);
        assertEquals(sessions, usage.getList("sessions").size(), "seed " + seed);
    }

    /** What truly happens: counters grow by up to 3 GiB between two reports, so that each may wrap. */
    private static List<Packet> session(Random random) {
        var packets = new ArrayList<Packet>();
        packets.add(new Packet("Start", 0, 0, 0));
        long seconds = 0;
        long up = 0;
        long down = 0;
        int reports = 1 + random.nextInt(6);
        for (int i = 0; i <= reports; i++) {
            seconds += 1 + random.nextInt(300);
            up += random.nextLong(3L << 30);
            down += random.nextLong(3L << 30);
            packets.add(new Packet(i == reports ? "Stop" : "Interim-Update", seconds, up, down));
        }
        return packets;
    }

    /** Loses and repeats. A router without Gigawords is understood as long as no wrap falls into a gap: it loses nothing. */
    private static List<Packet> mangled(List<Packet> truth, Random random, boolean wide) {
        var packets = new ArrayList<Packet>();
        for (var packet : truth) {
            boolean lost = wide && !packet.type().equals("Stop") && random.nextInt(4) == 0;
            for (int copies = lost ? 0 : 1 + random.nextInt(3); copies > 0; copies--) {
                packets.add(packet);
            }
        }
        if (wide) {
            Collections.shuffle(packets, random);
        }
        return packets;
    }

    /** Mixes the sessions' packets: sessions that lost their order anyway get any, the others keep theirs. */
    private static void interleave(List<Runnable> deliveries, Random random) {
        for (int i = 0; i < deliveries.size(); i++) {
            if (random.nextInt(3) == 0) {
                // An old packet comes once more, after others.
                deliveries.add(deliveries.get(i));
            }
            if (deliveries.size() > 60) {
                return;
            }
        }
    }

    private static void send(Device device, Packet packet, boolean wide) {
        Map<String, Object> counters = new HashMap<>(Device.counters(packet.seconds(), packet.up(), packet.down()));
        if (!wide) {
            counters.remove("Acct-Input-Gigawords");
            counters.remove("Acct-Output-Gigawords");
        }
        device.account(packet.type(), counters).then().statusCode(204);
    }
}
