package com.skytill.vouchers.radius;

import com.skytill.vouchers.speed.Speed;

/**
 * What became of an accounting packet.
 *
 * @param outcome STORED, DISCONNECTING or UNKNOWN
 * @param resumed whether the session was taken for ended before
 * @param session the session that goes on; null when none does, as all that follows
 * @param told the speed that its router was told last
 */
record Accounted(String outcome, boolean resumed, SessionReference session, Speed told, SpeedBasis speed) {

    static Accounted over(String outcome) {
        return new Accounted(outcome, false, null, null, null);
    }
}
