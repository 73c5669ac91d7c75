package com.skytill.vouchers.radius;

import io.vertx.core.buffer.Buffer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * What a login proves its password with. It is decided here, before the database claims a device's place, so that a wrong password
 * neither ends the device's session, nor takes a place, nor starts a lifetime. FreeRADIUS compares once more with what is answered.
 */
sealed interface PresentedPassword {

    /** Whether it was made from that password. */
    boolean fits(String password);

    /** The password itself (RFC 2865 §5.2). */
    record Pap(String text) implements PresentedPassword {
        @Override
        public boolean fits(String password) {
            return MessageDigest.isEqual(
                    text.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "Pap[…]";
        }
    }

    /** RFC 1994 §4.1 with the response as RFC 2865 §5.3 carries it: the identifier, then MD5(identifier, secret, challenge). */
    record Chap(Buffer response, Buffer challenge) implements PresentedPassword {
        @Override
        public boolean fits(String password) {
            if (response.length() != 17) {
                return false;
            }
            try {
                var digest = MessageDigest.getInstance("MD5");
                digest.update(response.getByte(0));
                digest.update(password.getBytes(StandardCharsets.UTF_8));
                digest.update(challenge.getBytes());
                return MessageDigest.isEqual(digest.digest(), response.getBytes(1, 17));
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("MD5 is part of every Java", missing);
            }
        }
    }

    /** RFC 2548 §2.1.3. */
    record MsChapV1(Buffer response, Buffer challenge) implements PresentedPassword {
        @Override
        public boolean fits(String password) {
            return MsChap.fits(response.getBytes(), challenge.getBytes(), password);
        }
    }

    /** RFC 2548 §2.3.2; the user name is part of it. */
    record MsChapV2(Buffer response, Buffer challenge, String userName) implements PresentedPassword {
        @Override
        public boolean fits(String password) {
            return MsChap.fitsV2(response.getBytes(), challenge.getBytes(), userName, password);
        }
    }

    /** No password attribute that is known here: no login (RFC 2865 §4.1). */
    record None() implements PresentedPassword {
        @Override
        public boolean fits(String password) {
            return false;
        }
    }

    /** That login's. */
    static PresentedPassword of(RadiusAttributes packet, String userName) {
        var pap = packet.exactText("User-Password");
        if (pap.isPresent()) {
            return new Pap(pap.get());
        }
        var chap = octets(packet, "CHAP-Password");
        if (chap.isPresent()) {
            return new Chap(chap.get(), octets(packet, "CHAP-Challenge").orElse(Buffer.buffer()));
        }
        var challenge = octets(packet, "MS-CHAP-Challenge").orElse(Buffer.buffer());
        var second = octets(packet, "MS-CHAP2-Response");
        if (second.isPresent()) {
            String name = packet.exactText("MS-CHAP-User-Name").orElse(userName);
            return new MsChapV2(second.get(), challenge, name);
        }
        var first = octets(packet, "MS-CHAP-Response");
        return first.isPresent() ? new MsChapV1(first.get(), challenge) : new None();
    }

    private static Optional<Buffer> octets(RadiusAttributes packet, String attribute) {
        return packet.octets(attribute).map(Buffer::buffer);
    }
}
