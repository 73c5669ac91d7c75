package com.skytill.vouchers.radius;

import com.skytill.vouchers.session.SessionConfig;
import com.skytill.vouchers.speed.Speed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes what an accepted login may do as the attributes that routers understand. */
final class AcceptReply {

    private static final DateTimeFormatter WISPR_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'").withZone(ZoneOffset.UTC);
    /** The largest Session-Timeout sent: what some routers read as a signed number. */
    private static final long LONGEST_SECONDS = Integer.MAX_VALUE;

    private AcceptReply() {}

    /** @param cleartext the password that FreeRADIUS compares with; empty for a voucher that came without one */
    static RadiusReply of(Login login, String cleartext, Speed speed, SessionConfig config, Instant now) {
        var reply = new RadiusReply();
        if (cleartext.isEmpty()) {
            reply.control("Auth-Type", "Accept"); // FreeRADIUS never lets an empty password in by itself.
        } else {
            reply.control("Cleartext-Password", cleartext);
        }
        reply.text("Class", login.reference().toOctets())
                .number("Acct-Interim-Interval", config.interimInterval().toSeconds())
                .number("Idle-Timeout", config.idleTimeout().toSeconds());
        addTime(reply, login, now);
        addData(reply, login);
        addSpeed(reply, speed);
        if (login.staticIp() != null) {
            reply.text(
                    login.staticIp().indexOf(':') < 0 ? "Framed-IP-Address" : "Framed-IPv6-Address", login.staticIp());
        }
        return reply;
    }

    /** The smaller of the online time and the lifetime that are left. */
    private static void addTime(RadiusReply reply, Login login, Instant now) {
        long left = login.secondsLeft() == null ? Long.MAX_VALUE : login.secondsLeft();
        if (login.endsAt() != null) {
            left = Math.min(left, Duration.between(now, login.endsAt()).toSeconds());
            reply.text("WISPr-Session-Terminate-Time", WISPR_TIME.format(login.endsAt()));
        }
        if (left != Long.MAX_VALUE) {
            reply.number("Session-Timeout", Math.min(left, LONGEST_SECONDS));
        }
    }

    /** One attribute holds 32 bits; the other the rest. */
    private static void addData(RadiusReply reply, Login login) {
        if (login.dataLeft() != null) {
            reply.number("Mikrotik-Total-Limit", login.dataLeft() & 0xFFFF_FFFFL)
                    .number("Mikrotik-Total-Limit-Gigawords", login.dataLeft() >>> 32);
        }
    }

    /** Nothing is said about what is unlimited. */
    private static void addSpeed(RadiusReply reply, Speed speed) {
        if (speed.uploadKbps() != null) {
            reply.number("WISPr-Bandwidth-Max-Up", Speed.bitsPerSecond(speed.uploadKbps()));
        }
        if (speed.downloadKbps() != null) {
            reply.number("WISPr-Bandwidth-Max-Down", Speed.bitsPerSecond(speed.downloadKbps()));
        }
        if (speed.uploadKbps() != null || speed.downloadKbps() != null) {
            reply.text("Mikrotik-Rate-Limit", speed.mikrotikRateLimit());
        }
    }
}
