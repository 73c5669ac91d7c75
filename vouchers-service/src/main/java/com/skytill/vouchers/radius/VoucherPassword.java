package com.skytill.vouchers.radius;

import com.skytill.vouchers.voucher.VoucherCode;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The password of a login with a voucher. A voucher's only secret is its code, which is the user name already; so the password must
 * not contradict it, and adds nothing:
 *
 * <ul>
 *   <li>PAP: the code again, however it is typed (case, spaces and dashes do not matter);
 *   <li>CHAP, MS-CHAP: what is hashed can't be read, so it is compared with the spellings that hotspot pages send: as the user
 *       name was typed, and the code grouped and ungrouped, in upper and lower case;
 *   <li>empty: hotspot pages that ask for a code only send one; let in, as the code was right. Not by MS-CHAP, whose client wants
 *       an answer made from a password.
 * </ul>
 */
final class VoucherPassword {

    private VoucherPassword() {}

    /** The spelling of the code that the password is; empty when it contradicts the user name. */
    static Optional<String> spelling(PresentedPassword presented, String userName) {
        if (presented instanceof PresentedPassword.Pap pap) {
            boolean fits =
                    pap.text().isEmpty() || VoucherCode.normalise(pap.text()).equals(VoucherCode.normalise(userName));
            return fits ? Optional.of(pap.text()) : Optional.empty();
        }
        if (presented instanceof PresentedPassword.Chap && presented.fits("")) {
            return Optional.of("");
        }
        return spellings(userName).filter(presented::fits).findFirst();
    }

    private static Stream<String> spellings(String userName) {
        String plain = VoucherCode.normalise(userName);
        String inThrees = plain.replaceAll("(.{3})(?!$)", "$1-");
        String inFours = plain.replaceAll("(.{4})(?!$)", "$1-");
        return Stream.of(
                        userName,
                        userName.strip(),
                        userName.toUpperCase(Locale.ROOT),
                        userName.toLowerCase(Locale.ROOT),
                        plain,
                        plain.toLowerCase(Locale.ROOT),
                        inThrees,
                        inThrees.toLowerCase(Locale.ROOT),
                        inFours,
                        inFours.toLowerCase(Locale.ROOT))
                .distinct();
    }
}
