package com.skytill.vouchers.batch;

import io.smallrye.config.ConfigMapping;

import java.util.Optional;

/** What the print sheet of a batch shows beside its vouchers' terms. */
@ConfigMapping(prefix = "skytill.voucher-sheet")
interface SheetConfig {

    /**
     * The address that a voucher's QR code opens, with {@code {code}} where its code goes; without it, the QR code holds the code
     * alone.
     */
    Optional<String> loginUrl();
}
