package com.skytill.vouchers.disconnect;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Against packets that another implementation signed (Python's hmac and hashlib, after RFC 5176). */
class CoaCodecTest {

    private static final String SECRET = "s3cret";
    private static final String REQUEST = "2807004386ef68958a072a487527c70345c9acb15012bb0b26a2f4b71c164f39b3133631dc1a"
            + "010d4b37512d4d39582d5754342c0a383161303030303137066955b900";
    private static final String NAK_503 =
            "2a07002ce3bedb34c27a0a605e3d7e36df6ffcf66506000001f75012dc182d24fe9a42c92c28b8c871246250";
    private static final String ACK = "290700146448b978c5884cd9a71655c3e33c5008";

    @Test
    void requestHasTheKnownBytes() {
        byte[] packet = CoaCodec.encode(
                CoaCode.DISCONNECT,
                7,
                List.of(
                        RadiusAttribute.text(RadiusAttribute.USER_NAME, "K7Q-M9X-WT4"),
                        RadiusAttribute.text(RadiusAttribute.ACCT_SESSION_ID, "81a00001"),
                        RadiusAttribute.time(RadiusAttribute.EVENT_TIMESTAMP, Instant.parse("2026-01-01T00:00:00Z"))),
                SECRET);
        assertEquals(REQUEST, HexFormat.of().formatHex(packet));
    }

    @Test
    void repliesAreRead() {
        assertEquals(new CoaReply(true, 0), decode(ACK));
        assertEquals(new CoaReply(false, 503), decode(NAK_503));
        assertEquals(true, decode(NAK_503).sessionUnknown());
        assertEquals(new CoaReply(true, 0), decode(ACK + "0000"), "what follows the length is padding");
    }

    @Test
    void anyChangedBitIsNoReply() {
        for (String reply : List.of(ACK, NAK_503)) {
            byte[] bytes = bytes(reply);
            for (int bit = 0; bit < bytes.length * 8; bit++) {
                byte[] changed = bytes.clone();
                changed[bit / 8] ^= (byte) (1 << bit % 8);
                assertNull(CoaCodec.decode(changed, CoaCode.DISCONNECT, bytes(REQUEST), SECRET), "bit " + bit);
            }
        }
    }

    @Test
    void whatIsCutShortOrForAnotherRequestIsNoReply() {
        byte[] bytes = bytes(NAK_503);
        for (int length = 0; length < bytes.length; length++) {
            assertNull(CoaCodec.decode(Arrays.copyOf(bytes, length), CoaCode.DISCONNECT, bytes(REQUEST), SECRET));
        }
        assertNull(CoaCodec.decode(bytes, CoaCode.COA, bytes(REQUEST), SECRET));
        assertNull(CoaCodec.decode(bytes, CoaCode.DISCONNECT, bytes(REQUEST), "other"));
        byte[] other = bytes(REQUEST);
        other[10] ^= 1;
        assertNull(CoaCodec.decode(bytes, CoaCode.DISCONNECT, other, SECRET));
    }

    @Test
    void attributesKeepTheirLimits() {
        assertEquals(253, RadiusAttribute.text(1, "x".repeat(300)).value().length());
        assertThrows(IllegalArgumentException.class, () -> RadiusAttribute.text(0, "x"));
        var many = Collections.nCopies(17, RadiusAttribute.text(1, "x".repeat(253)));
        assertThrows(IllegalArgumentException.class, () -> CoaCodec.encode(CoaCode.COA, 1, many, SECRET));
    }

    private static CoaReply decode(String hex) {
        return CoaCodec.decode(bytes(hex), CoaCode.DISCONNECT, bytes(REQUEST), SECRET);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
