package com.skytill.vouchers.radius;

import java.time.Instant;

/**
 * What the database says to a login. Limits that are null are none.
 *
 * @param sealedPassword an account's, for comparing it here; null for a voucher
 * @param reference names the claim; null unless accepted, as all that follows
 * @param dataLeft bytes, both directions together
 * @param secondsLeft online time that is left of the quota
 * @param endsAt when the lifetime ends
 * @param staticIp the account's own address; null for one of the router's
 */
record Login(
        LoginOutcome outcome,
        String sealedPassword,
        SessionReference reference,
        Long dataLeft,
        Long secondsLeft,
        Instant endsAt,
        String staticIp,
        SpeedBasis speed) {

    static Login refused(LoginOutcome outcome, String sealedPassword) {
        return new Login(outcome, sealedPassword, null, null, null, null, null, null);
    }
}
