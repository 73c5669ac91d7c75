package com.skytill.vouchers.radius;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an accounting packet of a session says.
 *
 * @param kind START, INTERIM or STOP
 * @param reference our own Class echoed; null when the router does not
 * @param loginKeys where the user name leads, when there is no reference; empty without a user name
 * @param eventAt when it happened: the arrival less Acct-Delay-Time
 * @param uniqueId tells sessions apart (FreeRADIUS: Acct-Unique-Session-Id)
 * @param seconds online time so far; null when not told
 */
record AccountingPacket(
        String kind,
        SessionReference reference,
        List<String> loginKeys,
        Instant eventAt,
        String uniqueId,
        String acctSessionId,
        String userName,
        Nas nas,
        String framedIp,
        Counter in,
        Counter out,
        Long seconds,
        String cause) {

    AccountingPacket {
        loginKeys = List.copyOf(loginKeys);
    }

    /** Longest credible delay of a packet; a larger one is a router's mistake. */
    private static final long LONGEST_DELAY_SECONDS = 7 * 24 * 3600L;
    /** Longest credible session; beyond it the attribute is nonsense, and must not eat up a time quota. */
    private static final long LONGEST_SESSION_SECONDS = 10 * 366 * 24 * 3600L;

    /**
     * A counter of bytes.
     *
     * @param value as far as it is known; null when not told
     * @param wide whether the router sent Gigawords, so that nothing has wrapped
     */
    record Counter(Long value, boolean wide) {

        /** More Gigawords than this is 4 EiB: nonsense, as if not told. */
        private static final long MOST_GIGAWORDS = 1 << 20;

        static Counter of(OptionalLong octets, OptionalLong gigawords) {
            if (octets.isEmpty() || gigawords.orElse(0) > MOST_GIGAWORDS) {
                return new Counter(null, false);
            }
            return new Counter((gigawords.orElse(0) << 32) + octets.getAsLong(), gigawords.isPresent());
        }
    }

    /** Empty when the packet can't belong to any session: it has no unique ID or another type. */
    static Optional<AccountingPacket> of(RadiusAttributes packet, Instant now) {
        var uniqueId = packet.text("Acct-Unique-Session-Id");
        var kind = packet.text("Acct-Status-Type").flatMap(AccountingPacket::kind);
        if (uniqueId.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        var userName = packet.text("User-Name");
        var seconds = packet.unsigned("Acct-Session-Time");
        return Optional.of(new AccountingPacket(
                kind.get(),
                SessionReference.in(packet).orElse(null),
                userName.map(LoginKeys::of).orElse(List.of()),
                eventAt(packet, now),
                uniqueId.get(),
                packet.text("Acct-Session-Id").orElse(null),
                userName.orElse(null),
                Nas.of(packet),
                packet.address("Framed-IP-Address").orElse(null),
                Counter.of(packet.unsigned("Acct-Input-Octets"), packet.unsigned("Acct-Input-Gigawords")),
                Counter.of(packet.unsigned("Acct-Output-Octets"), packet.unsigned("Acct-Output-Gigawords")),
                seconds.isPresent() && seconds.getAsLong() <= LONGEST_SESSION_SECONDS ? seconds.getAsLong() : null,
                packet.text("Acct-Terminate-Cause").orElse(null)));
    }

    /** When the packet's event happened. */
    static Instant eventAt(RadiusAttributes packet, Instant now) {
        return now.minusSeconds(Math.min(packet.unsigned("Acct-Delay-Time").orElse(0), LONGEST_DELAY_SECONDS));
    }

    private static Optional<String> kind(String statusType) {
        return switch (statusType) {
            case "Start" -> Optional.of("START");
            case "Interim-Update", "Alive" -> Optional.of("INTERIM");
            case "Stop" -> Optional.of("STOP");
            default -> Optional.empty();
        };
    }
}
