package com.skytill.vouchers.radius;

import com.skytill.vouchers.Api;
import com.skytill.vouchers.TestProducts;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A quota shared by devices: each login is given exactly what is left then, so that all of them together can't go further past the
 * quota than sessions that were live had been allowed already.
 */
@QuarkusTest
class QuotaPropertyTest {

    private static final long QUOTA = 6_000_000_000L;
    private static final int DEVICES = 3;

    /** A device online: what its router lets it use, and what it has used. */
    private static final class Online {
        private final Device device;
        private final long allowed;
        private long used;
        private long seconds;

        private Online(Device device, long allowed) {
            this.device = device;
            this.allowed = allowed;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void loginGivesWhatIsLeftAndNoMore(long seed) {
        var random = new Random(seed);
        String code = Api.voucher(TestProducts.BIG);
        List<Online> online = new ArrayList<>();
        long used = 0;
        long allowedBeside = 0;
        for (int step = 0; step < 40; step++) {
            if (online.isEmpty() || (random.nextInt(3) == 0 && online.size() <= DEVICES)) {
                var device = Device.of(code, "02-60-%02x-00-00-%02x".formatted(seed, step));
                var response = device.tryLogin();
                boolean free = used < QUOTA && online.size() < DEVICES;
                assertEquals(free ? 200 : 401, response.statusCode(), "seed " + seed + " step " + step);
                if (!free) {
                    if (used >= QUOTA) {
                        break;
                    }
                    continue;
                }
                var reply = response.jsonPath();
                long allowed = (reply.getLong("'reply:Mikrotik-Total-Limit-Gigawords'.value[0]") << 32)
                        + reply.getLong("'reply:Mikrotik-Total-Limit'.value[0]");
                assertEquals(QUOTA - used, allowed, "seed " + seed + " step " + step);
                allowedBeside = online.stream()
                        .mapToLong(other -> other.allowed - other.used)
                        .sum();
                var known = new Device(
                        code, device.mac(), device.nas(), device.session(), reply.getString("'reply:Class'.value[0]"));
                known.start();
                online.add(new Online(known, allowed));
                continue;
            }
            var one = online.get(random.nextInt(online.size()));
            long more = Math.min(one.allowed - one.used, random.nextLong(QUOTA / 8));
            one.used += more;
            one.seconds += 60;
            used += more;
            if (random.nextInt(4) == 0) {
                one.device.stop(one.seconds, 0, one.used);
                online.remove(one);
            } else {
                one.device.interim(one.seconds, 0, one.used);
            }
            assertEquals(used, Api.usage(code).getLong("data_used"), "seed " + seed + " step " + step);
        }
        assertTrue(used <= QUOTA + allowedBeside, "seed " + seed);
    }
}
