package com.skytill.vouchers.radius;

import com.skytill.vouchers.session.SessionConfig;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes what an accepted login may do as the attributes that routers understand. */
final class AcceptReply {

    private static final DateTimeFormatter WISPR_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'").withZone(ZoneOffset.UTC);
    private static final long BITS_PER_KBIT = 1000;
    /** The largest Session-Timeout sent: what some routers read as a signed number. */
    private static final long LONGEST_SECONDS = Integer.MAX_VALUE;

    private AcceptReply() {}

    static RadiusReply of(Login login, VoucherPassword password, SessionConfig config, Instant now) {
        var reply = new RadiusReply();
        switch (password) {
            case VoucherPassword.Fits fits -> reply.control("Cleartext-Password", fits.cleartext());
            case VoucherPassword.Empty ignored -> reply.control("Auth-Type", "Accept");
            case VoucherPassword.Differs ignored ->
                throw new IllegalStateException("A login whose password differs is never accepted");
        }
        reply.text("Class", login.reference().toOctets())
                .number("Acct-Interim-Interval", config.interimInterval().toSeconds())
                .number("Idle-Timeout", config.idleTimeout().toSeconds());
        addTime(reply, login, now);
        addData(reply, login);
        addSpeed(reply, login);
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

    /**
     * Null is unlimited, which routers write as 0. Zero is zero: so it is sent as one bit a second, the least that routers do not
     * take for unlimited.
     */
    private static void addSpeed(RadiusReply reply, Login login) {
        if (login.uploadKbps() != null) {
            reply.number("WISPr-Bandwidth-Max-Up", bitsPerSecond(login.uploadKbps()));
        }
        if (login.downloadKbps() != null) {
            reply.number("WISPr-Bandwidth-Max-Down", bitsPerSecond(login.downloadKbps()));
        }
        if (login.uploadKbps() != null || login.downloadKbps() != null) {
            reply.text("Mikrotik-Rate-Limit", mikrotik(login.uploadKbps()) + "/" + mikrotik(login.downloadKbps()));
        }
    }

    private static long bitsPerSecond(int kbps) {
        return kbps == 0 ? 1 : Math.min(kbps * BITS_PER_KBIT, 0xFFFF_FFFFL);
    }

    private static String mikrotik(Integer kbps) {
        if (kbps == null) {
            return "0";
        }
        return kbps == 0 ? "1" : kbps + "k";
    }
}
