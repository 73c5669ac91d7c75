package com.skytill.vouchers.batch;

import io.quarkus.qute.TemplateData;

/**
 * A voucher as the print sheet's template shows it.
 *
 * @param width how wide its code is: {@code narrow}, {@code wide} or {@code widest}
 * @param terms in words
 * @param dates until when it has to be used, in words; may be empty
 */
@TemplateData
record SheetVoucher(long number, String code, String width, String terms, String dates, String viewBox, String path) {

    /** Only its number: a code is not printed but on the sheet. */
    @Override
    public String toString() {
        return "SheetVoucher " + number;
    }

    /** How wide that code is, beside its QR code. */
    static String width(String code) {
        if (code.length() <= 12) {
            return "narrow";
        }
        return code.length() <= 17 ? "wide" : "widest";
    }
}
