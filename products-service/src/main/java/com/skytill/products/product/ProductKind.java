package com.skytill.products.product;

/** What a data product is sold for (domain: data product). */
enum ProductKind {
    ACCOUNT,
    HOTSPOT,
    PREPAID
}
