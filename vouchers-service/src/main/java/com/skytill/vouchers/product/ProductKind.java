package com.skytill.vouchers.product;

/** What a data product is sold for. */
public enum ProductKind {
    ACCOUNT,
    HOTSPOT,
    PREPAID
}
