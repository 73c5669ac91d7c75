package com.skytill.vouchers.topup;

import com.skytill.platform.caller.Caller;

import java.time.Instant;

/** A top-up that is asked for. */
record NewTopup(
        long accountId,
        Long topupTypeId,
        TopupOffer offer,
        AskedSource source,
        boolean paid,
        String comment,
        Caller by,
        Instant at) {}
