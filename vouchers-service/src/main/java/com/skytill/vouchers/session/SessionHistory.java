package com.skytill.vouchers.session;

import java.time.Instant;
import java.util.List;

/**
 * What an identity's sessions were.
 *
 * @param devices how many different devices, over its whole life
 * @param online how many sessions run now
 * @param lastUpdate when a router last reported; null when none has
 * @param sessions those asked for, the latest first
 */
public record SessionHistory(long devices, long online, Instant lastUpdate, List<SessionView> sessions) {

    public SessionHistory {
        sessions = List.copyOf(sessions);
    }
}
