package com.skytill.gateway.proxy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CircuitTest {

    private static final int FAILURES = 5;

    private final AtomicLong nanos = new AtomicLong(-7);
    private final Circuit circuit =
            new Circuit("vouchers", FAILURES, Duration.ofMillis(500), Duration.ofSeconds(8), nanos::get);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertEquals(0, circuit.closedForNanos());
            circuit.failed();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void serviceWhenFailsNowAndThenThenTried() {
        for (int i = 0; i < 10; i++) {
            fail(FAILURES - 1);
            circuit.connected();
        }
        assertEquals(0, circuit.closedForNanos());
    }

    @Test
    void serviceWhenFailsInRowThenPutAsideForGrowingTime() {
        fail(FAILURES);
        for (int millis : new int[] {500, 1000, 2000, 4000, 8000, 8000}) {
            assertEquals(Duration.ofMillis(millis).toNanos(), circuit.closedForNanos());
            pass(Duration.ofMillis(millis).minusNanos(1));
            assertEquals(1, circuit.closedForNanos());
            pass(Duration.ofNanos(1));
            fail(1);
        }
    }

    @Test
    void serviceWhenTimeIsUpThenTriedByOne() {
        fail(FAILURES);
        pass(Duration.ofMillis(500));
        assertEquals(0, circuit.closedForNanos());
        assertTrue(circuit.closedForNanos() > 0);
        assertTrue(circuit.closedForNanos() > 0);
        circuit.connected();
        assertEquals(0, circuit.closedForNanos());
        assertEquals(0, circuit.closedForNanos());
        // All is forgotten, the length of the pause too.
        fail(FAILURES);
        assertEquals(Duration.ofMillis(500).toNanos(), circuit.closedForNanos());
    }

    @Test
    void serviceWhenTriedInVainThenByNextOne() {
        fail(FAILURES);
        pass(Duration.ofMillis(500));
        assertEquals(0, circuit.closedForNanos());
        circuit.untried();
        assertEquals(0, circuit.closedForNanos());
    }

    @Test
    void failuresThatWereOnTheirWayThenNotCountedTwice() {
        fail(FAILURES);
        for (int i = 0; i < 100; i++) {
            circuit.failed();
        }
        assertEquals(Duration.ofMillis(500).toNanos(), circuit.closedForNanos());
    }
}
