package com.skytill.e2e.radius;

import com.skytill.local.home.Credentials.RadiusAccess;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

import static org.awaitility.Awaitility.await;

/** All devices of all guests, each at a router of its own, at once. What fails one of them, fails whoever waits here. */
final class Crowd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RadiusAccess access;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> devices = new ArrayList<>();
    private final List<Pulse> pulses = new ArrayList<>();
    private final Pulse all = Pulse.ofAll();
    private volatile boolean leaving;

    private Crowd(RadiusAccess access) {
        this.access = access;
    }

    /**
     * Lets all of them begin.
     *
     * @param name tells this crowd's routers from others
     * @param seed what each of them does at random
     */
    static Crowd of(List<Guest> guests, RadiusAccess access, String name, long seed) {
        var crowd = new Crowd(access);
        for (var guest : guests) {
            for (int device = 0; device < guest.terms().devices(); device++) {
                crowd.add(guest, name, seed);
            }
        }
        return crowd;
    }

    /** Waits for that many more answers in all. */
    void awaitAnswers(long more) {
        long enough = all.answers() + more;
        awaitThat("answers", () -> all.answers() >= enough);
    }

    /** Waits for that many more transmissions that stay without an answer. */
    void awaitSilences(long more) {
        long enough = all.silences() + more;
        awaitThat("silence", () -> all.silences() >= enough);
    }

    /** Waits until each router was answered that many times more. */
    void awaitAnswersToEach(long more) {
        var enough = pulses.stream().map(pulse -> pulse.answers() + more).toList();
        awaitThat("an answer to each", () -> {
            for (int device = 0; device < enough.size(); device++) {
                if (pulses.get(device).answers() < enough.get(device)) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Lets each end its session, and waits until all have. */
    void leave() {
        leaving = true;
        awaitThat("everybody to leave", () -> devices.stream().allMatch(Future::isDone));
    }

    /** What was sent, in a line. */
    String summary() {
        return devices.size() + " devices, " + all.answers() + " answers, " + all.silences() + " transmissions without";
    }

    @Override
    public void close() {
        leaving = true;
        threads.shutdownNow();
    }

    private void add(Guest guest, String name, long seed) {
        int number = devices.size();
        var habits = new GuestDevice.Habits(
                name + "-" + number,
                "02-00-5E-20-%02X-%02X".formatted(number >> 8, number & 0xff),
                number % 3 != 0,
                number % 4 != 1);
        var pulse = all.ofOne();
        pulses.add(pulse);
        devices.add(threads.submit(() -> {
            try (var port = new RouterPort(access, pulse)) {
                new GuestDevice(guest, habits, port, new Random(seed + number)).run(() -> leaving);
                return null;
            }
        }));
    }

    private void awaitThat(String what, BooleanSupplier holds) {
        await().alias(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            for (var device : devices) {
                if (device.isDone()) {
                    device.get();
                }
            }
            return holds.getAsBoolean();
        });
    }
}
