package com.skytill.vouchers.batch;

import com.skytill.vouchers.voucher.VoucherCode;

import jakarta.inject.Singleton;

import java.net.URI;

/** What the QR code of a voucher says: its code, or the address of a login page with its code in it. */
@Singleton
final class QrContent {

    private static final String PLACE = "{code}";
    private static final String KEY = "skytill.voucher-sheet.login-url";
    /** Longer ones make modules too small to scan at the size that the sheet has. */
    private static final int LONGEST = 200;

    private final SheetConfig config;

    QrContent(SheetConfig config) {
        this.config = config;
        config.loginUrl().ifPresent(QrContent::check);
    }

    String of(VoucherCode code) {
        // Letters, digits and dashes need no encoding in any part of an address.
        return config.loginUrl().map(url -> url.replace(PLACE, code.shown())).orElseGet(code::shown);
    }

    private static void check(String url) {
        if (!url.contains(PLACE) || url.length() > LONGEST) {
            throw new IllegalArgumentException(
                    KEY + " must have " + PLACE + " in it and at most " + LONGEST + " characters");
        }
        URI address = URI.create(url.replace(PLACE, "CODE"));
        boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException(KEY + " must be an http or https address");
        }
    }
}
