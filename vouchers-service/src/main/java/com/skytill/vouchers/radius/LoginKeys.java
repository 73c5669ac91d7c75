package com.skytill.vouchers.radius;

import com.skytill.vouchers.voucher.VoucherCode;

import java.util.List;
import java.util.Locale;

/** Under which keys a user name is looked for: first as an account's, then as a voucher's code. */
final class LoginKeys {

    private LoginKeys() {}

    static List<String> of(String userName) {
        return List.of("a:" + userName.strip().toLowerCase(Locale.ROOT), VoucherCode.loginKey(userName));
    }
}
