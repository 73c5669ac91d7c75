package com.skytill.gateway.caller;

import io.netty.util.NetUtil;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class AddressBlockTest {

    private static void assertContains(boolean expected, String block, String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        assertEquals(expected, AddressBlock.parse(block).contains(bytes), block + " " + address);
    }

    @Test
    void containsByPrefix() {
        assertContains(true, "10.0.0.0/8", "10.255.1.2");
        assertContains(false, "10.0.0.0/8", "11.0.0.1");
        assertContains(true, "192.168.4.0/22", "192.168.7.255");
        assertContains(false, "192.168.4.0/22", "192.168.8.0");
        assertContains(true, "192.0.2.1", "192.0.2.1");
        assertContains(false, "192.0.2.1", "192.0.2.2");
        assertContains(true, "0.0.0.0/0", "203.0.113.1");
        assertContains(true, "2001:db8::/32", "2001:db8:1::1");
        assertContains(false, "2001:db8::/32", "2001:db9::1");
        assertContains(false, "0.0.0.0/0", "::1");
    }

    @Test
    void parseWhenNoAddressThenRefused() {
        for (String text : new String[] {"ingress.test", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", ""}) {
            assertThrows(IllegalArgumentException.class, () -> AddressBlock.parse(text), text);
        }
    }
}
