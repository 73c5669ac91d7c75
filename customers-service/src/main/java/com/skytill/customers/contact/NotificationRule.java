package com.skytill.customers.contact;

/** What a contact is notified of. */
enum NotificationRule {
    /** Invoices, statements and payments. */
    BILLING,
    /** Data used, caps reached, top-ups. */
    USAGE,
    /** Outages and maintenance, suspension and cancellation. */
    SERVICE,
    /** Helpdesk tickets and their replies. */
    SUPPORT
}
