package com.skytill.vouchers.voucher;

import com.skytill.platform.parameter.ParameterReader;

/** Which voucher an operation is about: its code or its ID, one of them. */
record VoucherReference(String code, Long voucherId) {

    static VoucherReference read(ParameterReader in) {
        var reference = new VoucherReference(
                in.text("voucher_code", "The voucher's code; case, spaces and dashes do not matter")
                        .max(60)
                        .which(code -> !VoucherCode.normalise(code).isEmpty(), "must have letters or digits")
                        .optional(),
                in.id("voucher_id", "The voucher's ID, instead of its code").optional());
        if (reference.code() != null && reference.voucherId() != null) {
            in.refuse("voucher_id", "can't be given together with voucher_code");
        }
        return reference;
    }

    boolean isEmpty() {
        return code == null && voucherId == null;
    }
}
