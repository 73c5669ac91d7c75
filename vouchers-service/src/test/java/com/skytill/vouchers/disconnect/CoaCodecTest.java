package com.skytill.vouchers.disconnect;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Against bytes that were computed by other programs (Python's hashlib and hmac), and against everything that is no true answer. */
class CoaCodecTest {

    private static final String SECRET = "testing123";
    private static final byte[] REQUEST = CoaCodec.encode(
            CoaCode.DISCONNECT, 7, List.of(RadiusAttribute.text(RadiusAttribute.USER_NAME, "K7QM9XWT")), SECRET);

    @Test
    void writesWhatOthersCompute() {
        assertArrayEquals(
                HexFormat.of()
                        .parseHex(
                                "2807003097b3f4c1afb4c1a28a29a46f70967f945012b8b1b8c8e61f91901dbe0be269d701fd010a4b37514d39585754"),
                REQUEST);
    }

    @Test
    void readsAcknowledgementsAndRefusals() {
        assertEquals(
                new CoaReply(true, 0),
                decode("2907002638ecc48665d481cea16297e15098c3b85012ca7aafb7f4eb23be23efe84889d47b3e"));
        assertEquals(
                new CoaReply(false, 503),
                decode("2a07002cf43cbf0eac942279f0187f49e146bb2a5012ec2036580dcf8fd06815fbe202f6b7076506000001f7"));
    }

    @Test
    void believesNoAnswerThatIsNotSignedForThisRequest() {
        byte[] ack =
                HexFormat.of().parseHex("2907002638ecc48665d481cea16297e15098c3b85012ca7aafb7f4eb23be23efe84889d47b3e");
        for (int i = 0; i < ack.length; i++) {
            byte[] changed = ack.clone();
            changed[i] ^= 1;
            assertNull(CoaCodec.decode(changed, CoaCode.DISCONNECT, REQUEST, SECRET), "byte " + i);
            assertNull(CoaCodec.decode(Arrays.copyOf(ack, i), CoaCode.DISCONNECT, REQUEST, SECRET), "cut at " + i);
        }
        assertNull(CoaCodec.decode(ack, CoaCode.DISCONNECT, REQUEST, "another"));
        assertNotNull(CoaCodec.decode(Arrays.copyOf(ack, ack.length + 4), CoaCode.DISCONNECT, REQUEST, SECRET));
    }

    @Test
    void refusesWhatNoPacketHolds() {
        assertThrows(IllegalArgumentException.class, () -> new RadiusAttribute(1, Buffer.buffer(new byte[254])));
        var many = Collections.nCopies(20, RadiusAttribute.text(1, "x".repeat(253)));
        assertThrows(IllegalArgumentException.class, () -> CoaCodec.encode(CoaCode.DISCONNECT, 1, many, SECRET));
    }

    private static CoaReply decode(String hex) {
        return CoaCodec.decode(HexFormat.of().parseHex(hex), CoaCode.DISCONNECT, REQUEST, SECRET);
    }
}
