package com.skytill.vouchers.product;

/** Whether a product may still be sold. */
public enum ProductStatus {
    ACTIVE,
    RETIRED
}
