package com.skytill.auth.signin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:1:2::9, 20010db800010002::/64",
        "2001:db8:1:2:ffff::1, 20010db800010002::/64",
        "evil.example, unknown",
        "'', unknown"
    })
    void addressIsCountedByItsNetwork(String address, String network) {
        assertEquals(network, ClientAddress.network(address));
    }

    @Test
    void ipv4AddressesInIpv6ClothesAreNotOne() {
        assertNotEquals(ClientAddress.network("::ffff:192.0.2.7"), ClientAddress.network("::ffff:192.0.2.8"));
    }
}
