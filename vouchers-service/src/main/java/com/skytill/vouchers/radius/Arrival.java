package com.skytill.vouchers.radius;

import java.time.Instant;

/** An accounting packet, and when it came: what the database decides by, however long the packet waits. */
record Arrival(AccountingPacket packet, Instant at) {}
