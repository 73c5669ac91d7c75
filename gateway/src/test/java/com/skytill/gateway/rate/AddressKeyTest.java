package com.skytill.gateway.rate;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class AddressKeyTest {

    @Test
    void addressWhenIpv6ThenItsNetwork() {
        assertEquals(AddressKey.of("2001:db8:1:2::1"), AddressKey.of("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertNotEquals(AddressKey.of("2001:db8:1:2::1"), AddressKey.of("2001:db8:1:3::1"));
    }

    @Test
    void addressWhenIpv4ThenItself() {
        assertEquals("192.0.2.1", AddressKey.of("192.0.2.1"));
        assertEquals("192.0.2.1", AddressKey.of("::ffff:192.0.2.1"));
        assertNotEquals(AddressKey.of("::ffff:192.0.2.1"), AddressKey.of("::ffff:192.0.2.2"));
    }
}
