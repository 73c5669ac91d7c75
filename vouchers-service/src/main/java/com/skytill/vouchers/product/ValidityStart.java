package com.skytill.vouchers.product;

/** When the lifetime of what is sold begins. */
public enum ValidityStart {
    FIRST_USE,
    ISSUE
}
