package com.skytill.leads.lead;

/** What the customer that a lead becomes is; customers-service's words. */
enum CustomerKind {
    INDIVIDUAL,
    COMPANY
}
