package com.skytill.gateway.rate;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LimitTest {

    @Test
    void limitWhenImpossibleThenRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Limit(-1, 5));
        assertThrows(IllegalArgumentException.class, () -> new Limit(1, 0));
        assertEquals(1, new Limit(1, 1).burst());
    }

    @Test
    void limitWhenZeroThenNone() {
        assertTrue(new Limit(0, 0).isUnlimited());
    }
}
