package com.skytill.vouchers.month;

import com.skytill.testing.nas.RadClient;
import com.skytill.testing.nas.RadReply;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A device of a line, with the router that it hangs on: logs in by one protocol after the other, and counts for ever. */
final class Subscriber {

    private enum Protocol {
        PAP,
        CHAP,
        MS_CHAP
    }

    final long identity;
    final Line line;
    private final String userName;
    private final String password;
    private final RadClient router;
    private final Map<String, Object> device;
    private int sessions;
    private String reference;
    private Instant startedAt;
    private long seconds;
    private long up;
    private long down;

    Subscriber(long identity, Line line, String userName, String password, RadClient router) {
        this.identity = identity;
        this.line = line;
        this.userName = userName;
        this.password = password;
        this.router = router;
        this.device = Map.of(
                "Calling-Station-Id", "02-40-00-00-00-%02X".formatted(identity % 256), "NAS-Identifier", "month");
    }

    boolean online() {
        return reference != null;
    }

    String userName() {
        return userName;
    }

    RadReply login(Instant now) {
        var reply = switch (Protocol.values()[sessions++ % Protocol.values().length]) {
            case PAP -> router.pap(userName, password, device);
            case CHAP -> router.chap(userName, password, device);
            case MS_CHAP -> router.msChap(userName, password, device);
        };
        if (reply.accepted()) {
            reference = reply.get("Class");
            startedAt = now;
            seconds = 0;
            up = 0;
            down = 0;
            send("Start", Map.of());
        }
        return reply;
    }

    /** Uses some, and reports it; sometimes twice, as routers do that miss an answer. Answers how many bytes it was. */
    void report(Instant now, long bytes, Random random) {
        long before = seconds;
        long upShare = bytes / 10;
        up += upShare;
        down += bytes - upShare;
        seconds = Duration.between(startedAt, now).toSeconds();
        send("Interim-Update", counters());
        if (random.nextInt(4) == 0) {
            var again = new HashMap<>(counters());
            again.put("Acct-Delay-Time", 3);
            send("Interim-Update", again);
        }
        line.used(bytes, seconds - before, now);
    }

    void stop() {
        send("Stop", counters());
        reference = null;
    }

    private Map<String, Object> counters() {
        return Map.of(
                "Acct-Session-Time",
                seconds,
                "Acct-Input-Octets",
                up & 0xFFFF_FFFFL,
                "Acct-Input-Gigawords",
                up >>> 32,
                "Acct-Output-Octets",
                down & 0xFFFF_FFFFL,
                "Acct-Output-Gigawords",
                down >>> 32);
    }

    private void send(String type, Map<String, Object> more) {
        var attributes = new HashMap<String, Object>(device);
        attributes.put("User-Name", userName);
        attributes.put("Acct-Session-Id", "m" + identity + "-" + sessions);
        attributes.put("Class", reference);
        attributes.put("Acct-Status-Type", new RadClient.Word(type));
        attributes.putAll(more);
        assertTrue(router.accounting(attributes).acknowledged());
    }
}
