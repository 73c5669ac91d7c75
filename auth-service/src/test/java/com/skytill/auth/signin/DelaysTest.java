package com.skytill.auth.signin;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DelaysTest {

    private final Delays delays = new Delays(3, Duration.ofSeconds(30));

    @Test
    void delayDoublesAfterTheFreeFailuresUpToTheLongest() {
        assertEquals(Duration.ZERO, delays.after(0));
        assertEquals(Duration.ZERO, delays.after(3));
        assertEquals(Duration.ofSeconds(2), delays.after(4));
        assertEquals(Duration.ofSeconds(4), delays.after(5));
        assertEquals(Duration.ofSeconds(16), delays.after(7));
        assertEquals(Duration.ofSeconds(30), delays.after(8));
        assertEquals(Duration.ofSeconds(30), delays.after(Integer.MAX_VALUE));
    }
}
