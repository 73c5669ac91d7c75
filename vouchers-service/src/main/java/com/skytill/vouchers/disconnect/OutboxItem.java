package com.skytill.vouchers.disconnect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A session that a router must be told to end, with what is needed to tell it.
 *
 * @param attempt how often it was tried, this time included
 * @param heardAt when the session last gave a sign of life
 * @param nasAddress the hotspot's address, or the one that the session's packets name; null when neither is known
 * @param sealedSecret the hotspot's own secret; null when it has none
 */
record OutboxItem(
        long outboxId,
        long identityId,
        long sessionId,
        int attempt,
        Instant heardAt,
        String userName,
        String acctSessionId,
        String callingStation,
        String framedIp,
        String nasAddress,
        int coaPort,
        String sealedSecret) {

    /** The session in the router's own words (RFC 5176 §3): everything given must match there, so nothing is reworded. */
    List<RadiusAttribute> attributes(Instant now) {
        var attributes = new ArrayList<RadiusAttribute>();
        if (userName != null) {
            attributes.add(RadiusAttribute.text(RadiusAttribute.USER_NAME, userName));
        }
        if (acctSessionId != null) {
            attributes.add(RadiusAttribute.text(RadiusAttribute.ACCT_SESSION_ID, acctSessionId));
        }
        if (callingStation != null) {
            attributes.add(RadiusAttribute.text(RadiusAttribute.CALLING_STATION_ID, callingStation));
        }
        if (framedIp != null && framedIp.indexOf(':') < 0) {
            attributes.add(RadiusAttribute.address(RadiusAttribute.FRAMED_IP_ADDRESS, framedIp));
        }
        attributes.add(RadiusAttribute.time(RadiusAttribute.EVENT_TIMESTAMP, now));
        return attributes;
    }

    @Override
    public String toString() {
        return "OutboxItem[" + outboxId + "]"; // The user name is a voucher's code.
    }
}
