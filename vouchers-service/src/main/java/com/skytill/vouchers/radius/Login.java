package com.skytill.vouchers.radius;

import java.time.Instant;

/**
 * What the database says to a login. Limits that are null are none.
 *
 * @param reference names the claim; null unless accepted
 * @param dataLeft bytes, both directions together
 * @param secondsLeft online time that is left of the quota
 * @param endsAt when the lifetime ends
 */
record Login(
        LoginOutcome outcome,
        SessionReference reference,
        Long dataLeft,
        Long secondsLeft,
        Instant endsAt,
        Integer downloadKbps,
        Integer uploadKbps) {

    static Login refused(LoginOutcome outcome) {
        return new Login(outcome, null, null, null, null, null, null);
    }
}
