package com.skytill.auth.signin;

import io.vertx.ext.web.RoutingContext;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Where a request comes from, as the gateway says: it is the only one that reaches this service. */
public final class ClientAddress {

    /** The header by which the gateway says it; the gateway never hands a stranger's on. */
    public static final String HEADER = "X-Client-Address";

    private static final int PREFIX_BYTES = 8;

    private ClientAddress() {}

    /** The address; of IPv6 the /64, which is what one subscriber has. */
    public static String of(RoutingContext context) {
        String said = context.request().getHeader(HEADER);
        return network(said == null ? context.request().remoteAddress().hostAddress() : said);
    }

    /** An IPv4 address in IPv6's clothes (RFC 4291 §2.5.5.2) is the IPv4 address that it is. */
    static String network(String address) {
        try {
            return switch (InetAddress.ofLiteral(address)) {
                case Inet6Address six -> HexFormat.of().formatHex(six.getAddress(), 0, PREFIX_BYTES) + "::/64";
                case InetAddress four -> four.getHostAddress();
            };
        } catch (IllegalArgumentException noAddress) {
            // From whoever is not the gateway; all of them are one.
            return "unknown";
        }
    }
}
