package com.skytill.auth.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Writes instants the way PostgreSQL's driver takes them for {@code timestamptz}. */
public final class SqlTime {

    private SqlTime() {}

    /** That instant; null for null. */
    public static OffsetDateTime at(Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
