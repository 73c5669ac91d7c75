package com.skytill.auth.signin;

import io.netty.util.NetUtil;
import io.vertx.ext.web.RoutingContext;

/** Where a request comes from, as the gateway says: it is the only one that reaches this service. */
public final class ClientAddress {

    /** The header by which the gateway says it; the gateway never hands a stranger's on. */
    public static final String HEADER = "X-Client-Address";

    private static final int PREFIX_GROUPS = 4;

    private ClientAddress() {}

    /** The address; of IPv6 the /64, which is what one subscriber has. */
    public static String of(RoutingContext context) {
        String said = context.request().getHeader(HEADER);
        String peer = context.request().remoteAddress().hostAddress();
        String address = said != null && NetUtil.createByteArrayFromIpAddressString(said) != null ? said : peer;
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length == Integer.BYTES) {
            return address;
        }
        var prefix = new StringBuilder();
        for (int group = 0; group < PREFIX_GROUPS; group++) {
            int value = Byte.toUnsignedInt(bytes[2 * group]) << 8 | Byte.toUnsignedInt(bytes[2 * group + 1]);
            prefix.append(Integer.toHexString(value)).append(':');
        }
        return prefix.append(":/64").toString();
    }
}
