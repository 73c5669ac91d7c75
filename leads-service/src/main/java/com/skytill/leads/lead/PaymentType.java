package com.skytill.leads.lead;

/** How the customer that a lead becomes pays; customers-service's words. */
enum PaymentType {
    DIRECT_DEBIT,
    EFT,
    CREDIT_CARD,
    CASH
}
