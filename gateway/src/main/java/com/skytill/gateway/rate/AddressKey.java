package com.skytill.gateway.rate;

import io.netty.util.NetUtil;

import java.util.HexFormat;

/** Under which name an address draws: an IPv6 customer has a /64 at least, and so 2^64 addresses to call from. */
final class AddressKey {

    private static final int NETWORK_BYTES = 8;

    private AddressKey() {}

    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length != 2 * NETWORK_BYTES) {
            return address;
        }
        return isMapped(bytes)
                ? NetUtil.bytesToIpAddress(bytes, 12, 4)
                : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
    }

    /** Whether it is an IPv4 address in IPv6's clothes (RFC 4291 §2.5.5.2). */
    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == -1 && bytes[11] == -1;
    }
}
