package com.skytill.customers.helpdesk;

import java.util.Locale;

/** How much a ticket presses. */
enum TicketPriority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    /** As callers write it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
