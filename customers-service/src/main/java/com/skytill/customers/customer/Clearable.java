package com.skytill.customers.customer;

/** What of a customer may be emptied when it is changed; an empty parameter counts as absent, so it is named. */
enum Clearable {
    COMPANY_NAME,
    VAT_NUMBER,
    CUSTOMER_GROUP_ID,
    PAYMENT_TYPE,
    ADDRESS,
    LATITUDE,
    LONGITUDE,
    NOTES
}
