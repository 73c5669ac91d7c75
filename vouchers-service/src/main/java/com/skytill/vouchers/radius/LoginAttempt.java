package com.skytill.vouchers.radius;

import java.util.List;

/**
 * What a login comes with.
 *
 * @param loginKeys where its user name leads, in the order to try
 * @param voucherFits whether its password does not contradict a voucher of that name
 * @param passwordMac the digest of a password that came itself; null for a hashed one
 * @param verified the sealed password that was found to fit; null before it was compared
 */
record LoginAttempt(List<String> loginKeys, boolean voucherFits, String passwordMac, String verified) {

    LoginAttempt {
        loginKeys = List.copyOf(loginKeys);
    }

    LoginAttempt verifiedWith(String sealedPassword) {
        return new LoginAttempt(loginKeys, voucherFits, passwordMac, sealedPassword);
    }
}
