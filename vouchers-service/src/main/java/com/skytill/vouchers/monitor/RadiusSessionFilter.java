package com.skytill.vouchers.monitor;

import com.skytill.platform.list.PageRequest;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.vouchers.session.SessionKeys;
import com.skytill.vouchers.voucher.VoucherCode;

import java.time.Instant;
import java.util.Locale;

/**
 * Which sessions are asked for; null means any.
 *
 * @param accountKey what a login with the account's user name looks for; {@code voucherKey} with the voucher's code
 * @param device without punctuation
 * @param from opened then or later
 * @param to opened before
 */
record RadiusSessionFilter(
        Long hotspotId,
        String nasIdentifier,
        String accountKey,
        Long accountId,
        String voucherKey,
        Long voucherId,
        String device,
        String ipAddress,
        Boolean online,
        Instant from,
        Instant to,
        PageRequest page) {

    private static final int MOST = 253;

    static RadiusSessionFilter read(ParameterReader in) {
        var filter = new RadiusSessionFilter(
                in.id("hotspot_id", "Only sessions at this hotspot").optional(),
                in.text("nas_identifier", "Only sessions at the router of this name (NAS-Identifier)")
                        .max(MOST)
                        .optional(),
                in.text("username", "Only sessions of the account with this user name")
                        .max(MOST)
                        .as(RadiusSessionFilter::accountKey)
                        .optional(),
                in.id("account_id", "Only sessions of this account").optional(),
                in.text(
                                "voucher_code",
                                "Only sessions of the voucher with this code; case, spaces and dashes do not matter")
                        .max(60)
                        .which(code -> !VoucherCode.normalise(code).isEmpty(), "must have letters or digits")
                        .as(VoucherCode::loginKey)
                        .optional(),
                in.id("voucher_id", "Only sessions of this voucher").optional(),
                in.text("device", "Only sessions of this device (Calling-Station-Id), in whatever case and punctuation")
                        .max(MOST)
                        .which(text -> !SessionKeys.device(text).isEmpty(), "must have letters or digits")
                        .as(SessionKeys::device)
                        .optional(),
                in.text("ip_address", "Only sessions that have, or had last, this address (Framed-IP-Address)")
                        .max(45)
                        .which(text -> SessionKeys.address(text).isPresent(), "must be an IPv4 or IPv6 address")
                        .as(text -> SessionKeys.address(text).orElseThrow())
                        .optional(),
                in.flag("online", "true: only sessions that run now; false: only others")
                        .optional(),
                in.instant("from", "Only sessions opened then or later").optional(),
                in.instant("to", "Only sessions opened before").optional(),
                in.page());
        if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from())) {
            in.refuse("to", "must not be before from");
        }
        return filter;
    }

    /** As logins look for an account: see {@code LoginKeys}. */
    private static String accountKey(String username) {
        return "a:" + username.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "RadiusSessionFilter[…]"; // A code may be in it.
    }
}
