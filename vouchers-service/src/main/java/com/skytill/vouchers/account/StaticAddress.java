package com.skytill.vouchers.account;

import com.skytill.platform.parameter.MalformedValue;
import io.netty.util.NetUtil;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/** An address that one account always gets: one way of writing it for each, so that equal ones are equal texts. */
final class StaticAddress {

    // Not what else Java takes for an IPv4 address: 10.1 and 010.0.0.1 mean different things to different programs.
    private static final Pattern IPV4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** From here on, IPv4 addresses are reserved (RFC 1112 §4); RADIUS gives two of them other meanings (RFC 2865 §5.8). */
    private static final int RESERVED = 240;

    private StaticAddress() {}

    /** The address as RFC 5952 writes it; fails with {@link MalformedValue} unless one device can have it. */
    static String canonical(String text) {
        try {
            if (IPV4.matcher(text).matches() || IPV6.matcher(text).matches()) {
                var address = InetAddress.ofLiteral(text);
                if (isAssignable(address)) {
                    return NetUtil.toAddressString(address);
                }
            }
        } catch (IllegalArgumentException malformed) {
            throw refused();
        }
        throw refused();
    }

    private static boolean isAssignable(InetAddress address) {
        if (address instanceof Inet4Address) {
            int first = Byte.toUnsignedInt(address.getAddress()[0]);
            if (first == 0 || first >= RESERVED) {
                return false;
            }
        }
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isMulticastAddress();
    }

    private static MalformedValue refused() {
        return new MalformedValue(
                "must be an IPv4 or IPv6 address that a device can have, like 192.0.2.17 or 2001:db8::17");
    }
}
