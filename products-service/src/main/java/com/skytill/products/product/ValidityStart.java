package com.skytill.products.product;

/** When the lifetime of what is sold begins (domain: vouchers). */
enum ValidityStart {
    FIRST_USE,
    ISSUE
}
