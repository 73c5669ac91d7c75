package com.skytill.vouchers.disconnect;

import com.skytill.vouchers.speed.Speed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A session that a router must be told to end, or to run at another speed, with what is needed to tell it.
 *
 * @param code which of the two
 * @param speed the new speed; null when it must end
 * @param attempt how often it was tried, this time included
 * @param heardAt when the session last gave a sign of life
 * @param nasAddress the hotspot's address, or the one that the session's packets name; null when neither is known
 * @param sealedSecret the hotspot's own secret; null when it has none
 */
record OutboxItem(
        long outboxId,
        CoaCode code,
        Speed speed,
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

    /**
     * The session in the router's own words (RFC 5176 §3): everything given must match there, so nothing is reworded. Then what it
     * is to become.
     */
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
        if (code == CoaCode.COA) {
            attributes.addAll(SpeedAttributes.of(speed));
        }
        return attributes;
    }

    /** The new speed towards the customer; null for unlimited, and when the session must end. */
    Integer downloadKbps() {
        return speed == null ? null : speed.downloadKbps();
    }

    /** The new speed from the customer; null for unlimited, and when the session must end. */
    Integer uploadKbps() {
        return speed == null ? null : speed.uploadKbps();
    }

    @Override
    public String toString() {
        return "OutboxItem[" + outboxId + "]"; // The user name is a voucher's code.
    }
}
