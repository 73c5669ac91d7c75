package com.skytill.platform.update;

import java.util.Locale;

/** Where an update stands. */
public enum UpdateStatus {
    PENDING_REVIEW,
    APPLIED,
    REJECTED,
    WITHDRAWN;

    /** As answers and the database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
