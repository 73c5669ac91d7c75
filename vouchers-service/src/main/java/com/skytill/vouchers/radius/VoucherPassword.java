package com.skytill.vouchers.radius;

import com.skytill.vouchers.voucher.VoucherCode;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The password of a login with a voucher. A voucher's only secret is its code, which is the user name already; so the password must
 * not contradict it, and adds nothing:
 *
 * <ul>
 *   <li>PAP: the code again, however it is typed (case, spaces and dashes do not matter);
 *   <li>CHAP: what is hashed can't be read, so it is compared with the spellings that hotspot pages send: as the user name was
 *       typed, and the code grouped and ungrouped, in upper and lower case;
 *   <li>MS-CHAP: FreeRADIUS compares, with the user name as typed;
 *   <li>empty: hotspot pages that ask for a code only send one; let in, as the code was right.
 * </ul>
 *
 * A packet without any password attribute is no login (RFC 2865 §4.1) and does not fit. It is decided here, before the database
 * is asked, so that a wrong password neither claims a device's place nor starts a lifetime. FreeRADIUS compares once more with what
 * is answered.
 */
sealed interface VoucherPassword {

    /** It fits; FreeRADIUS is to compare with this. */
    record Fits(String cleartext) implements VoucherPassword {
        @Override
        public String toString() {
            return "Fits[…]";
        }
    }

    /** It is empty, which FreeRADIUS never lets in by itself. */
    record Empty() implements VoucherPassword {}

    /** It contradicts the user name, or there is none. */
    record Differs() implements VoucherPassword {}

    /** The password of that login. */
    static VoucherPassword of(RadiusAttributes packet, String userName) {
        var pap = packet.exactText("User-Password");
        if (pap.isPresent()) {
            return ofPap(pap.get(), userName);
        }
        var chap = packet.octets("CHAP-Password");
        if (chap.isPresent()) {
            return ofChap(chap.get(), packet.octets("CHAP-Challenge").orElse(new byte[0]), userName);
        }
        return packet.has("MS-CHAP-Challenge") ? new Fits(userName) : new Differs();
    }

    private static VoucherPassword ofPap(String password, String userName) {
        if (password.isEmpty()) {
            return new Empty();
        }
        return VoucherCode.normalise(password).equals(VoucherCode.normalise(userName))
                ? new Fits(password)
                : new Differs();
    }

    private static VoucherPassword ofChap(byte[] response, byte[] challenge, String userName) {
        if (response.length != 17) {
            return new Differs();
        }
        if (matches(response, challenge, "")) {
            return new Empty();
        }
        Optional<String> match = spellings(userName).stream()
                .filter(spelling -> matches(response, challenge, spelling))
                .findFirst();
        return match.isPresent() ? new Fits(match.get()) : new Differs();
    }

    private static List<String> spellings(String userName) {
        String plain = VoucherCode.normalise(userName);
        String inThrees = plain.replaceAll("(.{3})(?!$)", "$1-");
        String inFours = plain.replaceAll("(.{4})(?!$)", "$1-");
        return List.of(
                userName,
                userName.strip(),
                userName.toUpperCase(Locale.ROOT),
                userName.toLowerCase(Locale.ROOT),
                plain,
                plain.toLowerCase(Locale.ROOT),
                inThrees,
                inThrees.toLowerCase(Locale.ROOT),
                inFours,
                inFours.toLowerCase(Locale.ROOT));
    }

    /** RFC 1994 §4.1 with the response as RFC 2865 §5.3 carries it: the identifier, then MD5(identifier, secret, challenge). */
    private static boolean matches(byte[] response, byte[] challenge, String password) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            digest.update(response[0]);
            digest.update(password.getBytes(StandardCharsets.UTF_8));
            digest.update(challenge);
            return MessageDigest.isEqual(digest.digest(), Arrays.copyOfRange(response, 1, 17));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("MD5 is part of every Java", missing);
        }
    }
}
