package com.skytill.vouchers.disconnect;

import io.vertx.core.buffer.Buffer;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** One attribute of a RADIUS packet (RFC 2865 §5): a type and at most 253 bytes. */
record RadiusAttribute(int type, Buffer value) {

    static final int USER_NAME = 1;
    static final int FRAMED_IP_ADDRESS = 8;
    static final int VENDOR_SPECIFIC = 26;
    static final int CALLING_STATION_ID = 31;
    static final int ACCT_SESSION_ID = 44;
    static final int EVENT_TIMESTAMP = 55;
    static final int MESSAGE_AUTHENTICATOR = 80;
    static final int ERROR_CAUSE = 101;

    private static final int MOST_BYTES = 253;

    RadiusAttribute {
        if (type < 1 || type > 255 || value.length() > MOST_BYTES) {
            throw new IllegalArgumentException("A RADIUS attribute has a type of one byte and at most 253 bytes");
        }
    }

    static RadiusAttribute text(int type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new RadiusAttribute(type, Buffer.buffer(Arrays.copyOf(bytes, Math.min(bytes.length, MOST_BYTES))));
    }

    static RadiusAttribute address(int type, String address) {
        return new RadiusAttribute(
                type, Buffer.buffer(InetAddress.ofLiteral(address).getAddress()));
    }

    /** Seconds since 1970, 32 bits unsigned (RFC 2869 §5.3). */
    static RadiusAttribute time(int type, Instant time) {
        return new RadiusAttribute(type, Buffer.buffer().appendUnsignedInt(time.getEpochSecond() & 0xFFFF_FFFFL));
    }

    /** One attribute of a vendor's own (RFC 2865 §5.26), as text. */
    static RadiusAttribute vendorText(int vendor, int type, String text) {
        return vendor(vendor, type, Buffer.buffer(text));
    }

    /** One attribute of a vendor's own, as a number of 32 bits unsigned. */
    static RadiusAttribute vendorNumber(int vendor, int type, long number) {
        return vendor(vendor, type, Buffer.buffer().appendUnsignedInt(number));
    }

    private static RadiusAttribute vendor(int vendor, int type, Buffer value) {
        return new RadiusAttribute(
                VENDOR_SPECIFIC,
                Buffer.buffer()
                        .appendInt(vendor)
                        .appendUnsignedByte((short) type)
                        .appendUnsignedByte((short) (2 + value.length()))
                        .appendBuffer(value));
    }
}
